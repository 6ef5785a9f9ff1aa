package vn.xephang.schema;

import java.math.BigDecimal;
import java.util.Set;

/** A group of criteria, such as "A. Key tasks". */
public record Section(String sectionCode, String sectionNameVi, String sectionNameEn, BigDecimal maxPoints) {

    private static final Set<String> KEYS = Set.of("section_code", "section_name_vi", "section_name_en", "max_points");

    static Section read(Yaml yaml) {
        Section section = new Section(
                yaml.text("section_code"),
                yaml.text("section_name_vi"),
                yaml.text("section_name_en"),
                yaml.decimal("max_points"));
        yaml.refuseUnknownKeys(KEYS);
        return section;
    }

    /** Names may be corrected without changing the rules. */
    String canonical() {
        return "section=" + sectionCode + " max_points=" + CanonicalText.of(maxPoints);
    }
}
