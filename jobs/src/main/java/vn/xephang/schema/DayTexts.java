package vn.xephang.schema;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Days as code lists write them, each text parsed once: thousands of rows share a few days. */
final class DayTexts {

    private final Map<String, LocalDate> days = new HashMap<>();

    /** @throws java.time.DateTimeException for what is no day */
    LocalDate day(String text) {
        return days.computeIfAbsent(text, LocalDate::parse);
    }

    /** Null for an empty text. */
    LocalDate dayOrNull(String text) {
        return text.isEmpty() ? null : day(text);
    }
}
