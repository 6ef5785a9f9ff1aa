package vn.xephang.score;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.xephang.model.CodeRow;
import vn.xephang.model.Metric;
import vn.xephang.model.Rank;
import vn.xephang.schema.RatingRule;
import vn.xephang.schema.Rubric;

/**
 * The clause of a commendation that decided about a unit, in words.
 *
 * @param code not_ranked, rating, rank, rank_in_cluster, knock_out, years_before, quota or all
 */
record CommendationClause(String code, String vietnamese, String english) {

    /** All of them hold. */
    static final String ALL = "all";

    static CommendationClause notRanked(int year, Optional<CodeRow> reason) {
        return new CommendationClause(
                "not_ranked",
                "Không có hạng năm " + year
                        + reason.map(code -> " (" + lower(code.nameVi()) + ")").orElse(""),
                "No rank in " + year
                        + reason.map(code -> " (" + lower(code.nameEn()) + ")").orElse(""));
    }

    static CommendationClause rating(Rank row, List<String> needed, Optional<Rubric> rubric) {
        return new CommendationClause(
                "rating",
                ratedVi(row.ratingCode(), rubric) + ", cần " + namesVi(needed, rubric),
                ratedEn(row.ratingCode(), rubric) + "; needs " + namesEn(needed, rubric));
    }

    /** @param rating null where the unit had none */
    static CommendationClause yearBefore(int year, String rating, List<String> needed, Optional<Rubric> rubric) {
        return new CommendationClause(
                "years_before",
                "Năm " + year + ": " + lower(ratedVi(rating, rubric)) + ", cần " + namesVi(needed, rubric),
                year + ": " + lower(ratedEn(rating, rubric)) + "; needs " + namesEn(needed, rubric));
    }

    static CommendationClause rank(Rank row, int needed) {
        String place = row.computedRank() + "/" + row.rankOf();
        return new CommendationClause(
                "rank",
                "Hạng " + place + ", cần từ hạng " + needed + " trở lên",
                "Rank " + place + "; needs " + needed + " or better");
    }

    static CommendationClause rankInCluster(Rank row, int needed) {
        boolean isMember = row.rankInCluster() != null;
        return new CommendationClause(
                "rank_in_cluster",
                (isMember ? "Hạng " + row.rankInCluster() + " trong cụm " + row.clusterCode() : "Không thuộc cụm nào")
                        + ", cần từ hạng " + needed + " trở lên trong cụm",
                (isMember ? "Rank " + row.rankInCluster() + " in cluster " + row.clusterCode() : "In no cluster")
                        + "; needs " + needed + " or better in its cluster");
    }

    static CommendationClause knockOut(Metric metric, BigDecimal value, BigDecimal over) {
        return new CommendationClause(
                "knock_out",
                metric.metricNameVi() + ": " + text(value).replace('.', ',') + ", không được quá "
                        + text(over).replace('.', ','),
                metric.metricNameEn() + ": " + text(value) + ", at most " + text(over) + " allowed");
    }

    static CommendationClause quota(Rank row, int most) {
        return new CommendationClause(
                "quota",
                "Hạng " + row.computedRank() + " ngoài hạn mức " + most + " đơn vị",
                "Rank " + row.computedRank() + " is beyond the quota of " + most);
    }

    /** Some, not all, of those who share the place would find room. */
    static CommendationClause tiedAtTheEdge(Rank row, int most) {
        return new CommendationClause(
                "quota",
                "Đồng hạng " + row.computedRank() + " ở cuối hạn mức " + most + " đơn vị, không đơn vị nào được chọn",
                "Rank " + row.computedRank() + " is shared at the edge of the quota of " + most
                        + ", so none of them is in");
    }

    static CommendationClause all(Rank row) {
        String place = row.computedRank() + "/" + row.rankOf();
        return new CommendationClause(ALL, "Đáp ứng mọi điều kiện, hạng " + place, "Every clause holds, rank " + place);
    }

    private static String ratedVi(String rating, Optional<Rubric> rubric) {
        return rating == null ? "Không có xếp loại" : "Xếp loại " + namesVi(List.of(rating), rubric);
    }

    private static String ratedEn(String rating, Optional<Rubric> rubric) {
        return rating == null ? "No rating" : "Rated " + namesEn(List.of(rating), rubric);
    }

    private static String namesVi(List<String> ratings, Optional<Rubric> rubric) {
        return names(ratings, rubric, " hoặc ", RatingRule.Band::ratingNameVi);
    }

    private static String namesEn(List<String> ratings, Optional<Rubric> rubric) {
        return names(ratings, rubric, " or ", RatingRule.Band::ratingNameEn);
    }

    /** Names of the classes in quotes; a class that the publisher gives is its own name. */
    private static String names(
            List<String> ratings, Optional<Rubric> rubric, String or, Function<RatingRule.Band, String> name) {
        Map<String, String> names = rubric
                .flatMap(Rubric::ratingRule)
                .filter(RatingRule.Bands.class::isInstance)
                .map(RatingRule.Bands.class::cast)
                .map(RatingRule.Bands::bands)
                .orElse(List.of())
                .stream()
                .collect(Collectors.toMap(RatingRule.Band::ratingCode, name));
        return ratings.stream()
                .map(rating -> '"' + names.getOrDefault(rating, rating) + '"')
                .collect(Collectors.joining(or));
    }

    private static String text(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static String lower(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
