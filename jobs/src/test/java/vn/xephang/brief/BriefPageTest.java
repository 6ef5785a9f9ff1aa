package vn.xephang.brief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.answer.Bilingual;
import vn.xephang.answer.Brief;

/** Pages of made-up briefs: what the real ones do not have. */
class BriefPageTest {

    @TempDir
    Path folder;

    @Test
    void marksMadeUpDataInBothFormatsAndInTheTitleOfTheFile() throws IOException {
        Brief brief = brief(Optional.of(3), true, 5);
        try (PDDocument document = pdf(brief)) {
            assertTrue(text(document).contains("SYNTHETIC · số liệu giả lập"));
            assertEquals(
                    "Tân An · 2024 (SYNTHETIC · số liệu giả lập)",
                    document.getDocumentInformation().getTitle());
        }
        try (XSSFWorkbook book = xlsx(brief)) {
            assertEquals(
                    "SYNTHETIC · số liệu giả lập",
                    book.getSheetAt(0).getRow(2).getCell(0).getStringCellValue());
        }
    }

    @Test
    void marksNothingOnRealFigures() throws IOException {
        try (PDDocument document = pdf(brief(Optional.of(3), false, 5))) {
            assertFalse(text(document).contains("SYNTHETIC"));
        }
    }

    @Test
    void saysWhyAUnitHasNoRank() throws IOException {
        try (PDDocument document = pdf(brief(Optional.empty(), false, 0))) {
            String text = text(document);
            assertTrue(text.contains("Hạng không có hạng Không tham gia Thay đổi – "), text);
            assertEquals(1, document.getNumberOfPages());
        }
    }

    @Test
    void showsTheStrongestAndTheWeakestOfMoreCriteriaThanFit() throws IOException {
        try (PDDocument document = pdf(brief(Optional.of(3), false, 71))) {
            String text = text(document);
            assertEquals(1, document.getNumberOfPages());
            assertTrue(text.contains("Tiêu chí 1 70,00 100 1/71"), text);
            assertTrue(text.contains("Tiêu chí 71 0,00 100 71/71"), text);
            assertFalse(text.contains("Tiêu chí 36 "), text);
            assertTrue(text.contains("còn 47 tiêu chí khác trong bản Excel"), text);
        }
        try (XSSFWorkbook book = xlsx(brief(Optional.of(3), false, 71))) {
            assertEquals(
                    71, names(book).filter(name -> name.startsWith("Tiêu chí ")).count());
        }
    }

    @Test
    void replacesLettersThatTheFontDoesNotHave() throws IOException {
        Brief brief = named(brief(Optional.of(3), false, 1), "Tân\tAn \u6C49");
        try (PDDocument document = pdf(brief)) {
            assertTrue(text(document).startsWith("Tân An ? · 2024"), text(document));
        }
    }

    @Test
    void composesLettersThatCameInPieces() throws IOException {
        Brief brief = named(brief(Optional.of(3), false, 1), "Ta\u0302n An");
        try (PDDocument document = pdf(brief)) {
            assertTrue(text(document).startsWith("Tân An · 2024"), text(document));
        }
    }

    @Test
    void keepsTheFileThatStoodThereWhenItCannotWrite() throws IOException {
        Path file = Files.writeString(folder.resolve("a.pdf"), "earlier");
        Brief made = brief(Optional.of(3), false, 1);
        Brief broken = new Brief(
                null,
                made.standing(),
                made.why(),
                made.lines(),
                made.history(),
                made.steps(),
                made.published(),
                made.origin());
        BriefFiles files = new BriefFiles(Language.VI, BriefFiles.Format.PDF);
        assertThrows(NullPointerException.class, () -> files.write(broken, file));
        assertEquals("earlier", Files.readString(file));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    private PDDocument pdf(Brief brief) throws IOException {
        Path file = folder.resolve("brief.pdf");
        new BriefFiles(Language.VI, BriefFiles.Format.PDF).write(brief, file);
        return Loader.loadPDF(Files.readAllBytes(file));
    }

    private XSSFWorkbook xlsx(Brief brief) throws IOException {
        Path file = folder.resolve("brief.xlsx");
        new BriefFiles(Language.VI, BriefFiles.Format.XLSX).write(brief, file);
        return new XSSFWorkbook(Files.newInputStream(file));
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }

    /** First cells of a book's rows. */
    private static Stream<String> names(XSSFWorkbook book) {
        return IntStream.rangeClosed(0, book.getSheetAt(0).getLastRowNum())
                .mapToObj(book.getSheetAt(0)::getRow)
                .filter(row -> row != null && row.getCell(0) != null)
                .map(row -> row.getCell(0).getStringCellValue());
    }

    private static Brief named(Brief brief, String name) {
        Brief.Subject old = brief.subject();
        return new Brief(
                new Brief.Subject(
                        old.scorecardCode(),
                        old.scorecardName(),
                        old.year(),
                        old.orgUnitId(),
                        new Bilingual(name, name)),
                brief.standing(),
                brief.why(),
                brief.lines(),
                brief.history(),
                brief.steps(),
                brief.published(),
                brief.origin());
    }

    /** Of a unit with that many criteria, the first its best. */
    private static Brief brief(Optional<Integer> rank, boolean isSynthetic, int criteria) {
        return new Brief(
                new Brief.Subject("made-up", both("Bảng xếp hạng"), 2024, "VNM.tan-an", both("Tân An")),
                new Brief.Standing(
                        rank,
                        71,
                        false,
                        rank.isPresent() ? Optional.empty() : Optional.of(new Bilingual("Không tham gia", "No part")),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        List.of()),
                new Brief.Why(both("Tân An."), List.of(), Optional.empty()),
                IntStream.rangeClosed(1, criteria)
                        .mapToObj(place -> line(place, criteria))
                        .toList(),
                new Brief.History(
                        List.of(new Brief.Year(2024, rank, 71, false, false)),
                        Map.of(
                                "VNM.tan-an",
                                new TreeMap<>(
                                        rank.map(place -> Map.of(2024, place)).orElse(Map.of())))),
                List.of(),
                new Brief.Published(Optional.empty(), Optional.empty(), Optional.empty(), rank, List.of()),
                new Brief.Origin(
                        "R1",
                        LocalDateTime.of(2026, 1, 2, 3, 4),
                        isSynthetic,
                        Optional.of(2024),
                        Optional.empty(),
                        "final"));
    }

    private static Brief.Line line(int place, int criteria) {
        return new Brief.Line(
                "c" + place,
                both("Tiêu chí " + place),
                Optional.of(BigDecimal.valueOf(criteria - place)),
                Optional.of(BigDecimal.valueOf(100)),
                Optional.of(place),
                criteria,
                criteria - place,
                Optional.empty());
    }

    private static Bilingual both(String text) {
        return new Bilingual(text, text);
    }
}
