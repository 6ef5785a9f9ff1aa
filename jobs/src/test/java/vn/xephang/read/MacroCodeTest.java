package vn.xephang.read;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.RLEDecompressingInputStream;
import org.junit.jupiter.api.Test;

/** On the project of empty modules that Excel left in the budget of 2007, as it is and with a line written into it. */
class MacroCodeTest {

    private static final Path EMPTY_MODULES = RealBooks.file("budget/Final_2007.xls");
    private static final int STREAM_NAME = 0x1A;
    private static final int OFFSET = 0x31;

    @Test
    void modulesOfAttributesAndBlankLinesAreNoCode() throws IOException {
        try (POIFSFileSystem files = book()) {
            assertFalse(MacroCode.isIn(files));
        }
        try (POIFSFileSystem files = withModule("Attribute VB_Name = \"ThisWorkbook\"\r\n\r\n  \r\n")) {
            assertFalse(MacroCode.isIn(files));
        }
    }

    @Test
    void oneOtherLineIsCode() throws IOException {
        try (POIFSFileSystem files =
                withModule("Attribute VB_Name = \"ThisWorkbook\"\r\nSub Workbook_Open()\r\nEnd Sub\r\n")) {
            assertTrue(MacroCode.isIn(files));
        }
    }

    @Test
    void aProjectWithoutModulesCountsAsCode() throws IOException {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            files.getRoot().createDirectory("_VBA_PROJECT_CUR").createDirectory("VBA");
            assertTrue(MacroCode.isIn(files));
        }
    }

    @Test
    void aProjectThatCannotBeReadCountsAsCode() throws IOException {
        try (POIFSFileSystem files = book()) {
            vba(files).createOrUpdateDocument("dir", new ByteArrayInputStream(new byte[] {7, 7, 7, 7}));
            assertTrue(MacroCode.isIn(files));
        }
    }

    private static POIFSFileSystem book() throws IOException {
        return new POIFSFileSystem(Files.newInputStream(EMPTY_MODULES));
    }

    private static DirectoryNode vba(POIFSFileSystem files) throws IOException {
        return (DirectoryNode) ((DirectoryNode) files.getRoot().getEntry("_VBA_PROJECT_CUR")).getEntry("VBA");
    }

    /** The first module of the project holds this text instead of its own. */
    private static POIFSFileSystem withModule(String text) throws IOException {
        POIFSFileSystem files = book();
        DirectoryNode vba = vba(files);
        ByteBuffer directory;
        try (InputStream unpacked = new RLEDecompressingInputStream(stream(vba, "dir"))) {
            directory = ByteBuffer.wrap(unpacked.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        }
        int named = find(directory, STREAM_NAME, 0);
        byte[] name = new byte[directory.getInt(named + 2)];
        directory.get(named + 6, name);
        int at = directory.getInt(find(directory, OFFSET, named) + 6);
        String module = new String(name, StandardCharsets.US_ASCII);
        byte[] before;
        try (InputStream whole = stream(vba, module)) {
            before = Arrays.copyOf(whole.readAllBytes(), at);
        }
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        changed.writeBytes(before);
        changed.writeBytes(packed(text.getBytes(StandardCharsets.US_ASCII)));
        vba.createOrUpdateDocument(module, new ByteArrayInputStream(changed.toByteArray()));
        return files;
    }

    private static DocumentInputStream stream(DirectoryNode folder, String name) throws IOException {
        return new DocumentInputStream((DocumentEntry) folder.getEntry(name));
    }

    /** Where a record of that kind begins: kind and size, two and four bytes. */
    private static int find(ByteBuffer directory, int kind, int from) {
        for (int at = from; at < directory.limit() - 6; at++) {
            int size = directory.getInt(at + 2);
            if (directory.getShort(at) == kind && size > 0 && size < 64) {
                return at;
            }
        }
        throw new AssertionError("no record " + kind);
    }

    /** MS-OVBA 2.4.1: one chunk of literals only, eight to a flag byte. */
    private static byte[] packed(byte[] text) {
        ByteArrayOutputStream literals = new ByteArrayOutputStream();
        for (int i = 0; i < text.length; i++) {
            if (i % 8 == 0) {
                literals.write(0);
            }
            literals.write(text[i]);
        }
        int header = literals.size() - 1 | 0xB000;
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.write(1);
        packed.write(header & 0xFF);
        packed.write(header >> 8);
        packed.writeBytes(literals.toByteArray());
        return packed.toByteArray();
    }
}
