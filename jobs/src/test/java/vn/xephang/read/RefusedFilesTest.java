package vn.xephang.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.xephang.model.LandingFile;

class RefusedFilesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {2005, 2008, 2011, 2012, 2014})
    void aFileCutOffAnywhereIsAFindingOrGivesTheSameValues(int year) throws IOException {
        byte[] whole = Files.readAllBytes(RealBooks.pci(year));
        List<String> values = Reading.ofPci(year).values();
        int refused = 0;
        for (int part = 1; part < 20; part++) {
            Reading cut = read(Arrays.copyOf(whole, whole.length * part / 20));
            boolean isRefused = !cut.findings().isEmpty();
            refused += isRefused ? 1 : 0;
            assertEquals(isRefused ? List.of() : values, cut.values(), "cut at " + part + "/20");
        }
        assertTrue(refused > 15, "refused only " + refused + " of 19");
    }

    @Test
    void saysThatAFileWasCutOff() throws IOException {
        byte[] whole = Files.readAllBytes(RealBooks.pci(2014));
        assertEquals(
                List.of("FILE_UNREADABLE at vcci/delivered.bin: The file cannot be read: zip END header not found"),
                read(Arrays.copyOf(whole, whole.length / 2)).messages());
    }

    @ParameterizedTest
    @ValueSource(ints = {2005, 2014})
    void damagedBytesNeverThrow(int year) throws IOException {
        byte[] whole = Files.readAllBytes(RealBooks.pci(year));
        Random random = new Random(7);
        for (int round = 0; round < 25; round++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i < 200; i++) {
                damaged[100 + random.nextInt(whole.length - 100)] = (byte) random.nextInt();
            }
            Reading reading = read(damaged);
            assertTrue(!reading.findings().isEmpty() || !reading.cells().isEmpty());
        }
    }

    @Test
    void refusesAWorkbookWithAPassword() throws IOException, GeneralSecurityException {
        EncryptionInfo info = new EncryptionInfo(EncryptionMode.agile);
        Encryptor encryptor = info.getEncryptor();
        encryptor.confirmPassword("mật khẩu");
        ByteArrayOutputStream encrypted = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            try (OutputStream out = encryptor.getDataStream(files)) {
                Files.copy(RealBooks.pci(2013), out);
            }
            files.writeFilesystem(encrypted);
        }
        assertRefused("FILE_HAS_PASSWORD", "The file has a password: an encrypted workbook", encrypted.toByteArray());
    }

    @Test
    void refusesAnOldWorkbookWithAPassword() throws IOException {
        Biff8EncryptionKey.setCurrentUserPassword("mật khẩu");
        try {
            assertRefusedAfter(
                    "FILE_HAS_PASSWORD",
                    "The file has a password: an encrypted workbook",
                    RealBooks.pci(2010),
                    book -> book);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    @Test
    void refusesAWorkbookWithMacros() throws IOException {
        assertRefused(
                "FILE_HAS_MACROS",
                "The file has macros: application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                rewritten(
                        RealBooks.pci(2013),
                        "[Content_Types].xml",
                        text -> text.replace(
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                                "application/vnd.ms-excel.sheet.macroEnabled.main+xml")));
    }

    @Test
    void refusesAnOldWorkbookWithMacros() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem(Files.newInputStream(RealBooks.pci(2010)))) {
            files.getRoot().createDirectory("_VBA_PROJECT_CUR");
            files.writeFilesystem(bytes);
        }
        assertRefused("FILE_HAS_MACROS", "The file has macros: a VBA project", bytes.toByteArray());
    }

    @Test
    void refusesAPartThatUnpacksToFarMoreThanItsSize() throws IOException {
        String blanks = " ".repeat(60_000_000);
        assertRefused(
                "FILE_SWELLS",
                "The file unpacks beyond reason: part xl/worksheets/sheet1.xml unpacks to far more than its packed size",
                rewritten(
                        RealBooks.pci(2013),
                        "xl/worksheets/sheet1.xml",
                        text -> text.replace("<sheetData>", "<sheetData>" + blanks)));
    }

    @Test
    void doesNotFollowEntitiesOutOfTheFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "PCI 2099");
        Reading reading = read(rewritten(RealBooks.pci(2013), "xl/sharedStrings.xml", text -> text.replace(
                        "?>", "?><!DOCTYPE sst [<!ENTITY leak SYSTEM \"" + secret.toUri() + "\">]>")
                .replace("PCI 2013", "&leak;")));
        assertEquals(List.of(), reading.cells());
        assertEquals(
                List.of("FILE_HAS_ENTITIES at vcci/delivered.bin: The file declares a document type (DTD), which is"
                        + " never followed: a part of the workbook has a DTD"),
                reading.messages());
    }

    @Test
    void anythingElseIsNotText() throws IOException {
        assertEquals(
                List.of("FILE_UNREADABLE"),
                read(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1}).codes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"HIDDEN", "VERY_HIDDEN"})
    void aHiddenSheetIsAsGoodAsNone(String visibility) throws IOException {
        Reading reading = read(changed(RealBooks.pci(2010), book -> {
            book.setActiveSheet(1);
            book.setSheetVisibility(0, SheetVisibility.valueOf(visibility));
            return book;
        }));
        assertEquals(List.of("NO_CONTRACT"), reading.codes());
        assertEquals(List.of(), reading.cells());
    }

    @Test
    void aWorkbookWithoutTheSheetIsAFindingThatSaysWhatWasExpected() throws IOException {
        Reading reading = read(changed(RealBooks.pci(2010), book -> {
            book.removeSheetAt(0);
            return book;
        }));
        assertEquals(List.of("NO_CONTRACT"), reading.codes());
        assertTrue(
                reading.findings().get(0).expected().contains("pci-2010 2010: Thứ tự; Tỉnh; PCI {year}"),
                reading.messages().get(0));
        assertTrue(reading.findings().get(0).found().startsWith("Chi phi gia nhap thi truong, Tiep can dat dai"));
    }

    @Test
    void aFileThatIsGoneIsTroubleOfTheWorldNotOfTheData() {
        LandingFile gone = new LandingFile(
                "d1",
                "vcci",
                "vcci/gone.xls",
                "",
                0,
                Instant.EPOCH,
                folder.resolve("gone.xls").toString());
        UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> Reading.of(gone));
        assertTrue(e.getMessage().endsWith("gone.xls: no such file"), e.getMessage());
    }

    private Reading read(byte[] bytes) throws IOException {
        return Reading.of("vcci", Files.write(folder.resolve("delivered.bin"), bytes));
    }

    private void assertRefused(String code, String message, byte[] bytes) throws IOException {
        assertEquals(
                List.of(code + " at vcci/delivered.bin: " + message),
                read(bytes).messages());
    }

    private void assertRefusedAfter(String code, String message, Path book, UnaryOperator<HSSFWorkbook> change)
            throws IOException {
        byte[] bytes = changed(book, change);
        Biff8EncryptionKey.setCurrentUserPassword(null);
        assertRefused(code, message, bytes);
    }

    private static byte[] changed(Path path, UnaryOperator<HSSFWorkbook> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String password = Biff8EncryptionKey.getCurrentUserPassword();
        Biff8EncryptionKey.setCurrentUserPassword(null);
        try (InputStream in = Files.newInputStream(path);
                HSSFWorkbook book = new HSSFWorkbook(in)) {
            Biff8EncryptionKey.setCurrentUserPassword(password);
            change.apply(book).write(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] rewritten(Path book, String part, UnaryOperator<String> change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(book.toFile());
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : zip.stream().toList()) {
                byte[] content = zip.getInputStream(entry).readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                if (entry.getName().equals(part)) {
                    String text = change.apply(new String(content, StandardCharsets.UTF_8));
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)).transferTo(out);
                } else {
                    out.write(content);
                }
            }
        }
        return bytes.toByteArray();
    }
}
