package vn.xephang.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.xephang.model.CodeRow;
import vn.xephang.model.Rank;

/** Where a unit stands and what moved it there, in one sentence. Places are shown with at most one decimal. */
public final class RankSentence {

    private static final int DECIMALS = 1;
    private static final String MINUS = "\u2212";

    private final Map<String, CodeRow> factors;
    private final Map<String, CodeRow> reasons;

    /** @param codes the closed lists, of which the names of factors and of reasons for a missing rank are taken */
    public RankSentence(List<CodeRow> codes) {
        this.factors = byCode(codes, "rank_factor");
        this.reasons = byCode(codes, "rank_reason");
    }

    /**
     * In Vietnamese.
     *
     * @param before the year before; empty where the scorecard has none
     * @param change what became of the change since then; empty without a year before
     */
    public String vietnamese(RankedYear year, Optional<RankedYear> before, String unit, Optional<Explanation> change) {
        Rank row = year.own().get(unit);
        if (year.place(unit).isEmpty()) {
            return row.orgUnitNameVi() + ": không có hạng năm " + year.referenceYear()
                    + reason(row).map(code -> " (" + lower(code.nameVi()) + ")").orElse("")
                    + mark(row, " (số liệu giả lập)")
                    + ".";
        }
        String place = row.orgUnitNameVi() + ": hạng " + place(year, unit) + " năm " + year.referenceYear()
                + basis(row, " theo điểm công bố") + mark(row, " (số liệu giả lập)");
        if (before.isEmpty() || change.isEmpty()) {
            return place + ".";
        }
        int earlier = before.get().referenceYear();
        if (before.get().place(unit).isEmpty()) {
            return place + "; năm " + earlier + " không có hạng.";
        }
        int climbed = before.get().place(unit).orElseThrow() - year.place(unit).orElseThrow();
        String moved = climbed == 0
                ? "giữ nguyên hạng so với năm "
                : (climbed > 0 ? "tăng " : "tụt ") + Math.abs(climbed) + " bậc so với năm ";
        return place + ", " + moved + earlier + " (" + place(before.get(), unit) + ")" + whyInVietnamese(change.get())
                + ".";
    }

    /** In English, as {@link #vietnamese}. */
    public String english(
            RankedYear year, Optional<RankedYear> before, String unit, String nameEn, Optional<Explanation> change) {
        Rank row = year.own().get(unit);
        if (year.place(unit).isEmpty()) {
            return nameEn + ": no rank in " + year.referenceYear()
                    + reason(row).map(code -> " (" + lower(code.nameEn()) + ")").orElse("")
                    + mark(row, " (synthetic data)")
                    + ".";
        }
        String place = nameEn + ": rank " + place(year, unit) + " in " + year.referenceYear()
                + basis(row, " by published points") + mark(row, " (synthetic data)");
        if (before.isEmpty() || change.isEmpty()) {
            return place + ".";
        }
        int earlier = before.get().referenceYear();
        if (before.get().place(unit).isEmpty()) {
            return place + "; no rank in " + earlier + ".";
        }
        int climbed = before.get().place(unit).orElseThrow() - year.place(unit).orElseThrow();
        String moved = climbed == 0
                ? "unchanged from "
                : (climbed > 0 ? "up " : "down ") + Math.abs(climbed) + (Math.abs(climbed) == 1 ? " place" : " places")
                        + " from ";
        return place + ", " + moved + earlier + " (" + place(before.get(), unit) + ")" + whyInEnglish(change.get())
                + ".";
    }

    private String whyInVietnamese(Explanation change) {
        if (change instanceof Explanation.CannotTellApart) {
            return "; không tách được nguyên nhân vì không có bộ tiêu chí nào áp dụng được cho cả hai năm";
        }
        List<String> parts = new ArrayList<>();
        parts(change)
                .forEach((factor, places) -> parts.add(lower(factors.get(factor).nameVi()) + " "
                        + signed(places).replace('.', ',')));
        return parts.isEmpty() ? "" : ", trong đó: " + String.join("; ", parts);
    }

    private String whyInEnglish(Explanation change) {
        if (change instanceof Explanation.CannotTellApart) {
            return "; the causes cannot be told apart, as no rubric applies to both years";
        }
        List<String> parts = new ArrayList<>();
        parts(change)
                .forEach((factor, places) -> parts.add(lower(factors.get(factor).nameEn()) + " " + signed(places)));
        return parts.isEmpty() ? "" : ", of which: " + String.join("; ", parts);
    }

    /** Factors that moved the unit, and how far; rounded so that they still add up. */
    private static Map<String, BigDecimal> parts(Explanation change) {
        Map<String, BigDecimal> parts = new java.util.LinkedHashMap<>();
        if (change instanceof Explanation.Explained explained) {
            List<BigDecimal> rounded = Rounded.parts(
                    explained.effects().stream()
                            .map(Explanation.Effect::rankEffect)
                            .toList(),
                    DECIMALS);
            for (int i = 0; i < rounded.size(); i++) {
                if (rounded.get(i).signum() != 0) {
                    parts.put(explained.effects().get(i).factorCode(), rounded.get(i));
                }
            }
        }
        return parts;
    }

    private static String signed(BigDecimal places) {
        String digits = places.abs().stripTrailingZeros().toPlainString();
        return (places.signum() < 0 ? MINUS : "+") + digits;
    }

    private static String place(RankedYear year, String unit) {
        return year.place(unit).orElseThrow() + "/" + year.placed();
    }

    private Optional<CodeRow> reason(Rank row) {
        return Optional.ofNullable(row.rankReasonCode()).map(reasons::get);
    }

    private static String basis(Rank row, String words) {
        return row.rubricCode() == null ? words : "";
    }

    private static String mark(Rank row, String words) {
        return Boolean.TRUE.equals(row.isSynthetic()) ? words : "";
    }

    private static String lower(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static Map<String, CodeRow> byCode(List<CodeRow> codes, String list) {
        return codes.stream()
                .filter(code -> code.listCode().equals(list))
                .collect(Collectors.toMap(CodeRow::code, code -> code));
    }
}
