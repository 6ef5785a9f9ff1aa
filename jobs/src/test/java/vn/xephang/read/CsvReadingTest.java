package vn.xephang.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.model.CellKind;
import vn.xephang.model.RawCell;
import vn.xephang.model.ReadItem;

class CsvReadingTest {

    private static final String LONG = "reference_year,org_unit,metric_code,value\n";

    @TempDir
    Path folder;

    @Test
    void readsTheLongFormOfAnySource() {
        Reading reading = read(LONG + "2016,Long An,gso_area,4494.9\n");
        assertEquals(
                List.of(new RawCell(
                        "d1",
                        "xephang-long",
                        "metric:gso_area",
                        2016,
                        "Y",
                        "official",
                        "Long An",
                        "",
                        "",
                        "B2",
                        CellKind.TEXT,
                        "4494.9",
                        4494.9,
                        "normal",
                        1,
                        "D2")),
                reading.cells());
        assertEquals(List.of(), reading.messages());
    }

    @Test
    void readsEveryYearOfTheExampleData() throws IOException {
        for (int year : RealBooks.pciYears()) {
            Path file = RealBooks.home().resolve("examples/landing/vcci/pci-" + year + ".csv");
            Reading csv = Reading.of("vcci", file);
            assertEquals(List.of(), csv.messages());
            long expected = Reading.ofPci(year).cells().stream()
                    .filter(cell ->
                            !cell.target().matches("metric:pci_(human_resources|infrastructure|market_proximity)"))
                    .count();
            assertEquals(expected, csv.cells().size(), "cells of " + year);
        }
    }

    @Test
    void aColumnThatTheYearDoesNotHaveIsLeftOut() {
        Reading reading = readPci("year,province,pci_entry,pci_land,pci_transparency,pci_time,pci_informal,"
                + "pci_proactive,pci_support,published_score\n2020,Long An,1,2,3,4,5,6,7,8\n");
        assertEquals(List.of(), reading.messages());
        assertEquals(8, reading.cells().size());
    }

    @Test
    void saysWhichColumnIsMissing() {
        Reading reading = readPci("year,province,pci_entry,pci_land,pci_transparency,pci_time,pci_informal,"
                + "pci_proactive,pci_support\n2020,Long An,1,2,3,4,5,6,7\n");
        assertEquals(
                List.of("COLUMN_MISSING at vcci/delivered.csv: Column \"published_score\" is missing: year, province,"
                        + " pci_entry, pci_land, pci_transparency, pci_time, pci_informal, pci_proactive, pci_support"),
                reading.messages());
        assertEquals(List.of(), reading.cells());
    }

    @Test
    void warnsOfAColumnThatItDoesNotKnow() {
        Reading reading = read("reference_year,org_unit,metric_code,value,vlaue\n2016,Long An,m,1,2\n");
        assertEquals(
                List.of(
                        "COLUMN_UNKNOWN at vcci/delivered.csv E1: Column \"vlaue\" is not in the landing contract and is"
                                + " not read"),
                reading.messages());
        assertEquals(1, reading.cells().size());
    }

    @Test
    void countsPhysicalLinesWithBlankOnesAndQuotedBreaks() {
        Reading reading = read("\n" + LONG + "\n2016,\"Long\nAn\",m,1\n\n\n2016,Huế,m,2\n");
        assertEquals(
                List.of("B4 D4", "B8 D8"),
                reading.cells().stream()
                        .map(cell -> cell.orgUnitCellRef() + " " + cell.cellRef())
                        .toList());
    }

    @Test
    void columnsMayStandInAnyOrder() {
        Reading reading = read("value,metric_code,org_unit,reference_year\n1,m,Long An,2016\n");
        assertEquals(List.of("2016 metric:m Long An TEXT 1"), reading.values());
        assertEquals("A2", reading.cells().get(0).cellRef());
    }

    @Test
    void aRowWithAnotherNumberOfFieldsIsNotRead() {
        Reading reading = read(LONG + "2016,Long An,m,1,5\n2016,Huế,m\n2016,Cà Mau,m,7\n");
        assertEquals(
                List.of(
                        "ROW_BROKEN at vcci/delivered.csv A2: The row has 5 fields, the header has 4; the row is not read",
                        "ROW_BROKEN at vcci/delivered.csv A3: The row has 3 fields, the header has 4; the row is not read"),
                reading.messages());
        assertEquals(List.of("2016 metric:m Cà Mau TEXT 7"), reading.values());
    }

    @Test
    void aRowWithoutAYearOfTheContractIsNotRead() {
        Reading reading = readPci("year,province,pci_entry,pci_land,pci_transparency,pci_time,pci_informal,"
                + "pci_proactive,pci_support,published_score\n2004,Long An,1,2,3,4,5,6,7,8\nnăm,Huế,1,2,3,4,5,6,7,8\n");
        assertEquals(
                List.of(
                        "YEAR_INVALID at vcci/delivered.csv A2: \"2004\" is not a year within 2005-; the row is not read",
                        "YEAR_INVALID at vcci/delivered.csv A3: \"năm\" is not a year within 2005-; the row is not read"),
                reading.messages());
        assertEquals(List.of(), reading.cells());
    }

    @Test
    void aRowWithoutAMetricIsNotRead() {
        Reading reading = read(LONG + "2016,Long An,,1\n");
        assertEquals(List.of("UNKNOWN_METRIC at vcci/delivered.csv C2: Unknown metric \"\""), reading.messages());
    }

    @Test
    void aTableWithoutRowsIsAFinding() {
        assertEquals(
                List.of("NO_ROWS at vcci/delivered.csv: The table has no rows: 2"),
                read(LONG).messages());
    }

    @Test
    void readsUtf8WithAMarkAndUtf16() {
        List<String> values = List.of("2016 metric:m Thừa Thiên Huế TEXT 1");
        String text = LONG + "2016,Thừa Thiên Huế,m,1\r\n";
        assertEquals(values, read("\uFEFF" + text, StandardCharsets.UTF_8).values());
        assertEquals(values, read("\uFEFF" + text, StandardCharsets.UTF_16LE).values());
        assertEquals(values, read("\uFEFF" + text, StandardCharsets.UTF_16BE).values());
    }

    @Test
    void composesTextOfSeparateAccents() {
        Reading reading = read(LONG + "2016,Thừa Thiên Hue\u0302\u0301,m,1\n");
        assertEquals("Thừa Thiên Huế", reading.cells().get(0).orgUnitAsWritten());
    }

    @Test
    void refusesAnotherEncodingWithoutGivingAnyCell() {
        String text = LONG + "2016,Long An,m,1\n".repeat(20_000) + "2016,\u0102n,m,1\n";
        Reading reading = read(text, Charset.forName("windows-1258"));
        assertEquals(
                List.of("FILE_UNREADABLE at vcci/delivered.csv: The file cannot be read: the text is not UTF-8; save it"
                        + " as CSV UTF-8"),
                reading.messages().stream()
                        .map(message -> message.replaceAll("line \\d+: ", ""))
                        .toList());
        assertEquals(List.of(), reading.cells());
    }

    @Test
    void refusesUtf16WithoutAMark() {
        assertEquals(
                List.of("FILE_UNREADABLE at vcci/delivered.csv: The file cannot be read: not a text file: it holds zero"
                        + " characters"),
                read(LONG, StandardCharsets.UTF_16LE).messages());
    }

    @Test
    void refusesAnOpenQuoteWithoutGivingAnyCell() {
        Reading reading = read(LONG + "2016,Long An,m,1\n".repeat(100) + "2016,\"Long An,m,1\n2016,Huế,m,2\n");
        assertEquals(List.of("FILE_UNREADABLE"), reading.codes());
        assertTrue(
                reading.messages().get(0).contains("line 102"),
                reading.messages().get(0));
        assertEquals(List.of(), reading.cells());
    }

    @Test
    void refusesAnEmptyFile() {
        assertEquals(
                List.of("FILE_UNREADABLE at vcci/delivered.csv: The file cannot be read: the file is empty"),
                read("").messages());
    }

    @Test
    void saysWhichContractComesNearest() {
        Reading reading = read("reference_year,unit,metric_code,value\n2016,Long An,m,1\n");
        assertEquals(List.of("NO_CONTRACT"), reading.codes());
        assertEquals(
                "reference_year, unit, metric_code, value",
                reading.findings().get(0).found());
        assertTrue(
                reading.findings()
                        .get(0)
                        .expected()
                        .startsWith("xephang-long 1900-: reference_year; org_unit; metric_code; value"),
                reading.findings().get(0).expected());
    }

    @Test
    void givesOutRowsWhileItReads() throws IOException {
        int rows = 300_000;
        Path file = folder.resolve("many.csv");
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(LONG);
            for (int i = 0; i < rows; i++) {
                out.write("2016,Thừa Thiên Huế " + i + ",gso_population_average," + i + ".5\n");
            }
        }
        Iterator<ReadItem> items =
                new LandingReader(RealBooks.contracts(), RealBooks.metrics()).read(RealBooks.delivered("gso", file));
        long count = 0;
        String last = "";
        while (items.hasNext()) {
            last = ((RawCell) items.next()).cellRef();
            count++;
        }
        assertEquals(rows, count);
        assertEquals("D" + (rows + 1), last);
        assertFalse(items.hasNext());
    }

    @Test
    void aLetterInANumberStaysText() {
        RawCell cell = read(LONG + "2016,Long An,m,7.5x\n").cells().get(0);
        assertEquals("TEXT 7.5x null", cell.cellKind() + " " + cell.valueAsDelivered() + " " + cell.number());
    }

    private Reading read(String text) {
        return read(text, StandardCharsets.UTF_8);
    }

    private Reading readPci(String text) {
        Reading reading = read(text);
        assertEquals(
                reading.cells().isEmpty() ? "" : "pci-csv",
                reading.cells().stream().map(RawCell::contractId).distinct().collect(Collectors.joining()));
        return reading;
    }

    private Reading read(String text, Charset charset) {
        try {
            return Reading.of("vcci", Files.writeString(folder.resolve("delivered.csv"), text, charset));
        } catch (IOException e) {
            throw new AssertionError("Cannot write the delivery", e);
        }
    }
}
