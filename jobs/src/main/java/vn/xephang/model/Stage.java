package vn.xephang.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Who gave the points of a scorecard: up to three scores exist per criterion, each is kept. */
public enum Stage {
    /** The org unit scored itself. */
    SELF,
    /** The body between confirmed or corrected the self-score. */
    CONFIRMED,
    /** The ranking body decided. */
    FINAL;

    /** The word in declarations and in the column {@code stage_code}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All codes, by letter. */
    public static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        Arrays.stream(values()).forEach(stage -> codes.add(stage.code()));
        return codes;
    }
}
