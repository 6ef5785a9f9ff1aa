package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.model.DueDate;

class CalendarDeclarationTest {

    private static final String GOOD = """
            calendar_id: forms
            source_code: justice
            basis: made up
            certainty: judgement
            years: {from: 2019, until: 2024}
            due:
              - {level: district, period: H1, vintage: preliminary, on: "{year}-06-16"}
              - {level: district, period: Y, vintage: official, on: "{year+1}-01-31"}
            """;

    @TempDir
    Path schemas;

    @Test
    void acceptsDaysInTheYearAndInTheYearAfter() throws IOException {
        Problems problems = new Problems();
        List<DueDate> dates = load(GOOD, problems);
        assertEquals(List.of(), problems.found());
        assertEquals(
                List.of("H1 2020-06-16", "Y 2021-01-31"),
                dates.stream()
                        .map(date -> date.periodCode() + " " + date.dueOn(2020))
                        .toList());
    }

    @Test
    void flagsEverythingThatIsWrongAtOnceWithItsLine() throws IOException {
        Problems problems = new Problems();
        load(
                GOOD.replace("source_code: justice", "source_code: nobody")
                        .replace("period: H1", "period: H7")
                        .replace("{year}-06-16", "{year}-06-31")
                        .replace("{year+1}-01-31", "31/1"),
                problems);
        assertEquals(
                List.of(
                        "calendars/forms.yaml:2: Unknown source 'nobody'; known: [justice]",
                        "calendars/forms.yaml:7: Unknown period 'H7'; one of Y, H1, H2",
                        "calendars/forms.yaml:7: Invalid day '{year}-06-31': Invalid date 'JUNE 31'",
                        "calendars/forms.yaml:8: Invalid day '31/1'; expected {year}-MM-DD or {year+1}-MM-DD"),
                problems.found().stream().map(Problem::toString).toList());
    }

    @Test
    void flagsTwoDaysForOneThing() throws IOException {
        Problems problems = new Problems();
        load(GOOD + "  - {level: district, period: H1, vintage: preliminary, on: \"{year}-07-01\"}\n", problems);
        assertEquals(
                List.of("calendars/forms.yaml:9: Another line says when this is due in 2019"),
                problems.found().stream().map(Problem::toString).toList());
    }

    private List<DueDate> load(String text, Problems problems) throws IOException {
        Files.createDirectories(schemas.resolve("calendars"));
        Files.writeString(schemas.resolve("calendars/forms.yaml"), text);
        return Calendars.load(new SchemaFiles(List.of(schemas)), List.of("justice"), problems);
    }
}
