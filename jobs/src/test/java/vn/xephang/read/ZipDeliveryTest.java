package vn.xephang.read;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.model.RawCell;

/** The archives are made here, of real workbooks and of bad ones. */
class ZipDeliveryTest {

    @TempDir
    Path folder;

    @Test
    void everyMemberIsReadByItsOwnContractAndNamedInItsCells() throws IOException {
        Reading reading = read(zip(Map.of(
                "b/PCI_2013.xlsx", Files.readAllBytes(RealBooks.pci(2013)),
                "a.xls", Files.readAllBytes(RealBooks.pci(2010)))));
        Reading first = Reading.ofPci(2010);
        Reading second = Reading.ofPci(2013);
        assertEquals(
                first.findings().size() + second.findings().size(),
                reading.findings().size());
        assertEquals(
                first.cells().stream().map(cell -> cell.in("a.xls")).toList(),
                reading.cells().subList(0, first.cells().size()));
        assertEquals(
                second.cells().stream().map(cell -> cell.in("b/PCI_2013.xlsx")).toList(),
                reading.cells().subList(first.cells().size(), reading.cells().size()));
        RawCell cell = reading.cells().get(0);
        assertEquals("a.xls!" + first.cells().get(0).cellRef(), cell.cellRef());
    }

    @Test
    void aBadMemberDoesNotKeepOutTheOthers() throws IOException {
        Reading reading = read(zip(Map.of(
                "PCI_2013.xlsx",
                Files.readAllBytes(RealBooks.pci(2013)),
                "broken.xls",
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                "inner.zip",
                zip(Map.of("x.csv", bytes("a,b"))),
                "empty.csv",
                new byte[0])));
        assertEquals(Reading.ofPci(2013).cells().size(), reading.cells().size());
        assertEquals(List.of("FILE_UNREADABLE", "FILE_UNREADABLE", "ARCHIVE_NESTED"), reading.codes());
        assertEquals(
                "ARCHIVE_NESTED at vcci/delivered.zip inner.zip: An archive inside the archive: inner.zip",
                reading.messages().get(2));
    }

    @Test
    void namesThatLeadOutOfTheArchiveLeadNowhere() throws IOException {
        Reading reading = read(zip(Map.of("../../PCI_2013.xlsx", Files.readAllBytes(RealBooks.pci(2013)))));
        assertEquals(Reading.ofPci(2013).cells().size(), reading.cells().size());
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void aMemberThatSwellsIsRefused() throws IOException {
        Reading reading = read(zip(Map.of("bomb.csv", new byte[50_000_000])));
        assertEquals(
                List.of("FILE_SWELLS at vcci/delivered.zip bomb.csv: The file unpacks beyond reason: part bomb.csv"
                        + " unpacks to far more than its packed size"),
                reading.messages());
    }

    @Test
    void anEncryptedArchiveIsRefused() throws IOException {
        byte[] bytes = zip(Map.of("x.csv", bytes("a,b")));
        for (int i = 0; i + 10 < bytes.length; i++) {
            boolean isLocal = bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 3;
            boolean isCentral = bytes[i] == 'P' && bytes[i + 1] == 'K' && bytes[i + 2] == 1;
            bytes[i + (isLocal ? 6 : 8)] |= (byte) (isLocal || isCentral ? 1 : 0);
        }
        assertEquals(
                List.of("FILE_HAS_PASSWORD at vcci/delivered.zip: The file has a password: an encrypted archive"),
                read(bytes).messages());
    }

    @Test
    void whatSystemsAddByThemselvesIsNoMember() throws IOException {
        assertEquals(
                List.of("FILE_UNREADABLE at vcci/delivered.zip: The file cannot be read: an archive without files"),
                read(zip(Map.of("__MACOSX/._a", bytes("x"), "b/Thumbs.db", bytes("x"), "~$c.xlsx", bytes("x"))))
                        .messages());
    }

    private Reading read(byte[] bytes) throws IOException {
        return Reading.of("vcci", Files.write(folder.resolve("delivered.zip"), bytes));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> member : new TreeMap<>(members).entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
