package vn.xephang.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day on which something happened in Việt Nam: what deadlines are held against. */
public final class LocalDay {

    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private LocalDay() {}

    public static LocalDate of(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }
}
