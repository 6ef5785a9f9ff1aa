package vn.xephang.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.model.FindingCode;

/** Workbooks made to harm; none of them comes from anywhere. */
class HostileFilesTest {

    private static final String EXTERNAL = "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/"
            + "officeDocument/2006/relationships/externalLinkPath\" TargetMode=\"External\" Target=\"file:///d:/so%20lieu.xlsx\"/>";

    @TempDir
    Path folder;

    @Test
    void refusesEntitiesThatGrowLikeABillionLaughs() throws IOException {
        StringBuilder dtd = new StringBuilder("<!DOCTYPE sst [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            dtd.append("<!ENTITY a" + i + " \"" + ("&a" + (i - 1) + ";").repeat(10) + "\">");
        }
        MadeXlsx book =
                row("<c t=\"s\"><v>0</v></c>").part("xl/sharedStrings.xml", dtd + "]><sst><si><t>&a29;</t></si></sst>");
        assertRefused("FILE_HAS_ENTITIES", "a part of the workbook has a DTD", book);
    }

    @Test
    void refusesCellsBeyondTheEdgeOfASheet() throws IOException {
        assertRefused("FILE_TOO_LARGE", "sheet A has a cell XFE1", row("<c r=\"XFE1\"><v>1</v></c>"));
        assertRefused("FILE_TOO_LARGE", "sheet A has a cell ZZZZZZZZZZ1", row("<c r=\"ZZZZZZZZZZ1\"><v>1</v></c>"));
        assertRefused(
                "FILE_TOO_LARGE",
                "sheet A has a cell A1048577",
                MadeXlsx.book().sheet("<row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row>"));
    }

    @Test
    void readsACellAtTheEdgeOfASheet() throws IOException {
        Path file = MadeXlsx.book()
                .sheet("<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>")
                .writeTo(folder.resolve("made.xlsx"));
        Reading reading = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Reading.of("vcci", file));
        assertEquals(List.of("NO_CONTRACT"), reading.codes());
    }

    @Test
    void aStatedDimensionIsNotBelieved() throws IOException, RefusedFile {
        Path file = MadeXlsx.book()
                .part(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData><row>"
                                + "<c><v>1</v></c></row></sheetData></worksheet>")
                .writeTo(folder.resolve("made.xlsx"));
        assertEquals(1, XlsxBook.read(file).get(0).lastRow());
    }

    @Test
    void refusesMoreMergedRangesThanAnyFormHas() throws IOException {
        MadeXlsx book = MadeXlsx.book()
                .part(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData/><mergeCells>" + distinctRanges() + "</mergeCells></worksheet>");
        assertRefused("FILE_TOO_LARGE", "sheet A has over 65536 merged ranges", book);
    }

    /** Different rows, so that the part does not pack like a bomb. */
    private static String distinctRanges() {
        StringBuilder ranges = new StringBuilder();
        for (int row = 1; row <= 65_537; row++) {
            ranges.append("<mergeCell ref=\"A" + row + ":B" + row + "\"/>");
        }
        return ranges.toString();
    }

    @Test
    void refusesAVbaProjectWhateverTheTypeSays() throws IOException {
        assertRefused("FILE_HAS_MACROS", "xl/vbaProject.bin", row("").part("xl/vbaProject.bin", "x"));
    }

    @Test
    void tellsOfLinksToOtherFilesAndDoesNotFollowThem() throws IOException, RefusedFile {
        Path file = row("<c><f>[1]A!A1</f><v>5</v></c>")
                .part(
                        "xl/_rels/workbook.xml.rels",
                        MadeXlsx.relationships(MadeXlsx.relationship("rId1", "worksheet", "worksheets/sheet1.xml")
                                + MadeXlsx.relationship("rId9", "externalLink", "externalLinks/externalLink1.xml")))
                .part("xl/externalLinks/externalLink1.xml", "<externalLink/>")
                .part("xl/externalLinks/_rels/externalLink1.xml.rels", MadeXlsx.relationships(EXTERNAL))
                .writeTo(folder.resolve("made.xlsx"));
        Grid grid = XlsxBook.read(file).get(0);
        assertEquals(
                List.of(new Grid.Note(FindingCode.EXTERNAL_LINK, 0, 0, "file:///d:/so%20lieu.xlsx")), grid.notes());
        assertEquals("5", grid.at(1, 1).asDelivered());
        assertEquals("A!", grid.ref(0, 0));
    }

    @Test
    void refusesAWorkbookOfTooManyParts() throws IOException {
        MadeXlsx book = row("");
        for (int i = 0; i < 1_000; i++) {
            book.part("x" + i, "");
        }
        assertRefused("FILE_SWELLS", "1007 parts, at most 1000", book);
    }

    private static MadeXlsx row(String cells) {
        return MadeXlsx.book().sheet("<row>" + cells + "</row>");
    }

    private void assertRefused(String code, String found, MadeXlsx book) throws IOException {
        Path file = book.writeTo(folder.resolve("made.xlsx"));
        Reading reading = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Reading.of("vcci", file));
        assertEquals(List.of(code), reading.codes());
        assertEquals(found, reading.findings().get(0).found());
        assertEquals(List.of(), reading.cells());
    }
}
