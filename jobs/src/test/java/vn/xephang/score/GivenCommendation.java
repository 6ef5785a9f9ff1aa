package vn.xephang.score;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.xephang.schema.Commendation;
import vn.xephang.schema.RatingRule;

/** A made-up flag, clause by clause: {@code flag(2020).ratings("good").quota(quota).rule()}. */
final class GivenCommendation {

    private final int fromYear;
    private final int toYear;
    private final List<RatingRule.KnockOut> knockOuts = new ArrayList<>();
    private boolean isSynthetic = true;
    private List<String> ratings = List.of();
    private OptionalInt rankUntil = OptionalInt.empty();
    private OptionalInt rankInClusterUntil = OptionalInt.empty();
    private Optional<Commendation.YearsBefore> yearsBefore = Optional.empty();
    private Optional<Commendation.Quota> quota = Optional.empty();

    private GivenCommendation(int fromYear, int toYear) {
        this.fromYear = fromYear;
        this.toYear = toYear;
    }

    static GivenCommendation flag(int year) {
        return new GivenCommendation(year, year);
    }

    static GivenCommendation flag(int fromYear, int toYear) {
        return new GivenCommendation(fromYear, toYear);
    }

    GivenCommendation real() {
        isSynthetic = false;
        return this;
    }

    GivenCommendation ratings(String... codes) {
        ratings = List.of(codes);
        return this;
    }

    GivenCommendation rankUntil(int place) {
        rankUntil = OptionalInt.of(place);
        return this;
    }

    GivenCommendation rankInClusterUntil(int place) {
        rankInClusterUntil = OptionalInt.of(place);
        return this;
    }

    GivenCommendation knockOut(String metric, String over) {
        knockOuts.add(new RatingRule.KnockOut(metric, new BigDecimal(over)));
        return this;
    }

    GivenCommendation yearsBefore(int count, String... codes) {
        yearsBefore = Optional.of(new Commendation.YearsBefore(count, List.of(codes)));
        return this;
    }

    GivenCommendation quota(Commendation.Quota most) {
        quota = Optional.of(most);
        return this;
    }

    Commendation rule() {
        return new Commendation(
                "made-up",
                "flag",
                "Cờ",
                "Flag",
                fromYear,
                toYear,
                isSynthetic,
                Optional.of("1/QĐ"),
                "made up",
                ratings,
                rankUntil,
                rankInClusterUntil,
                knockOuts,
                yearsBefore,
                quota);
    }
}
