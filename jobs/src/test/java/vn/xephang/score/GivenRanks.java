package vn.xephang.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import vn.xephang.model.Rank;

/** A made-up ranking, unit by unit: {@code in(2020, 2).place("a", 1, "good").place("b", 2, "poor").rows()}. */
final class GivenRanks {

    private final int year;
    private final List<Rank> rows = new ArrayList<>();
    private final int rankOf;

    private GivenRanks(int year, int rankOf) {
        this.year = year;
        this.rankOf = rankOf;
    }

    /** @param rankOf how many units are ranked */
    static GivenRanks in(int year, int rankOf) {
        return new GivenRanks(year, rankOf);
    }

    /** A ranked unit. @param rating null where it has no class */
    GivenRanks place(String unit, int rank, String rating) {
        return place(unit, rank, rating, null, null);
    }

    /** A ranked unit of a cluster. */
    GivenRanks place(String unit, int rank, String rating, String cluster, Integer rankInCluster) {
        rows.add(row(unit, rank, null, rating, cluster, rankInCluster));
        return this;
    }

    GivenRanks without(String unit, String reason) {
        rows.add(row(unit, null, reason, null, null, null));
        return this;
    }

    /** Given before, under the same rules or others. */
    GivenRanks after(GivenRanks earlier) {
        rows.addAll(earlier.rows);
        return this;
    }

    List<Rank> rows() {
        return List.copyOf(rows);
    }

    private Rank row(String unit, Integer rank, String reason, String rating, String cluster, Integer rankInCluster) {
        return new Rank(
                "made-up",
                year,
                "Y",
                unit,
                "",
                unit,
                "final",
                YearData.AS_WAS,
                "" + year,
                year,
                "",
                rank == null ? "not_delivered" : "ranked",
                rank == null ? null : BigDecimal.valueOf(100L - rank),
                BigDecimal.valueOf(100),
                rank,
                reason,
                rankOf,
                false,
                null,
                cluster,
                rankInCluster,
                rating,
                "",
                null,
                null,
                null,
                null,
                false);
    }
}
