package vn.xephang.brief;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.xephang.answer.Brief;

/** A brief in words, in one language. */
final class Phrases {

    private static final int STEPS_TOLD = 3;
    private static final int NAMED_CRITERIA = 2;

    private final Brief brief;
    private final Language language;
    private final Numbers numbers;

    Phrases(Brief brief, Language language) {
        this.brief = brief;
        this.language = language;
        this.numbers = new Numbers(language);
    }

    String title() {
        return language.of(brief.subject().unitName()) + " · " + brief.subject().year();
    }

    String scorecard() {
        return language.of(brief.subject().scorecardName());
    }

    /** Empty for real figures. */
    Optional<String> syntheticMark() {
        return brief.origin().isSynthetic()
                ? Optional.of(language.of("SYNTHETIC · số liệu giả lập", "SYNTHETIC · made-up data"))
                : Optional.empty();
    }

    /** {@code 19/63}. */
    String place() {
        Brief.Standing standing = brief.standing();
        return standing.rank()
                .map(rank -> rank + "/" + standing.rankOf())
                .orElse(language.of("không có hạng", "no rank"));
    }

    String placeNote() {
        Brief.Standing standing = brief.standing();
        if (standing.rank().isEmpty()) {
            return standing.reason().map(language::of).orElse("");
        }
        if (standing.isByPublishedPoints()) {
            return language.of("theo điểm công bố", "by published points");
        }
        return standing.isTied()
                ? language.of("đồng hạng với đơn vị khác", "shared with another unit")
                : language.of("1 là tốt nhất", "1 is best");
    }

    String change() {
        Brief.Standing standing = brief.standing();
        if (standing.rank().isEmpty() || standing.previousRank().isEmpty()) {
            return "–";
        }
        int climbed = standing.previousRank().get() - standing.rank().get();
        if (climbed == 0) {
            return language.of("giữ hạng", "unchanged");
        }
        String places = language.of(" bậc", Math.abs(climbed) == 1 ? " place" : " places");
        return (climbed > 0 ? "▲ " : "▼ ") + Math.abs(climbed) + places;
    }

    String changeNote() {
        Brief.Standing standing = brief.standing();
        int before = brief.subject().year() - 1;
        return standing.previousRank()
                .map(rank -> language.of("năm ", "in ") + before + ": " + rank + "/"
                        + standing.previousRankOf().orElse(0))
                .orElse(language.of("không có hạng năm " + before, "no rank in " + before));
    }

    String points() {
        Brief.Standing standing = brief.standing();
        return standing.totalPoints().map(numbers::inText).orElse("–")
                + standing.maxPoints()
                        .filter(max -> standing.totalPoints().isPresent())
                        .map(max -> " / " + numbers.plain(max))
                        .orElse("");
    }

    String pointsNote() {
        Brief.Standing standing = brief.standing();
        if (standing.totalPoints().isEmpty()) {
            return "";
        }
        return standing.maxPoints()
                .filter(max -> max.signum() > 0)
                .map(max -> numbers.percent(standing.totalPoints().get(), max)
                        + language.of(" điểm tối đa", " of the maximum"))
                .orElse(language.of("điểm công bố", "published points"));
    }

    Optional<String> rating() {
        return brief.standing().rating().map(language::of);
    }

    /** Whose rating it is, or the place in the cluster. */
    String ratingNote() {
        return cluster()
                .orElse(
                        brief.standing().isRatedByPublisher()
                                ? language.of("theo bên công bố", "by the publisher")
                                : "");
    }

    /** {@code hạng 3/13 trong cụm KV5}. */
    private Optional<String> cluster() {
        Brief.Standing standing = brief.standing();
        return standing.rankInCluster()
                .map(rank -> language.of("hạng ", "rank ") + rank + "/" + standing.clusterSize()
                        + language.of(" trong cụm ", " in cluster ")
                        + standing.clusterCode().orElse(""));
    }

    String sentence() {
        return language.of(brief.why().sentence());
    }

    /** Why the parts are a mean over some orders only. */
    Optional<String> orders() {
        return brief.why()
                .orders()
                .map(orders -> language.of(
                        "Trung bình trên " + orders.count() + "/" + orders.of()
                                + " thứ tự xét nguyên nhân; thứ tự khác cần số liệu không có.",
                        "Mean over " + orders.count() + " of " + orders.of()
                                + " orders of the causes; the others need data that do not exist."));
    }

    /** What the next place takes, in one line; then the criteria where it is easiest. */
    String next() {
        if (!brief.steps().isEmpty()) {
            Brief.Step step = brief.steps().get(0);
            return language.of(
                    "Thêm " + numbers.inText(step.pointsNeeded()) + " điểm thì lên hạng " + step.nextRank()
                            + ". Dễ đạt nhất ở:",
                    numbers.inText(step.pointsNeeded()) + " more points give rank " + step.nextRank()
                            + ". Easiest in:");
        }
        if (brief.standing().rank().filter(rank -> rank == 1).isPresent()) {
            return language.of("Đang đứng đầu.", "Stands first.");
        }
        return brief.standing().isByPublishedPoints()
                ? language.of(
                        "Không tính được: năm này không có bộ tiêu chí.",
                        "Cannot be told: the rubric of this year is not known.")
                : language.of("Không tính được.", "Cannot be told.");
    }

    /** One criterion per line. */
    List<String> steps() {
        return brief.steps().stream().limit(STEPS_TOLD).map(this::step).toList();
    }

    private String step(Brief.Step step) {
        List<String> parts = new ArrayList<>();
        step.headroom()
                .ifPresent(left -> parts.add(
                        step.isEnough()
                                ? language.of("còn ", "")
                                        + numbers.inText(left)
                                        + language.of(" điểm có thể thêm", " points still open")
                                : language.of("chỉ còn ", "only ")
                                        + numbers.inText(left)
                                        + language.of(" điểm, riêng nó không đủ", " points open, not enough alone")));
        if (step.value().isPresent() && step.valueNeeded().isPresent()) {
            String unit = step.isPercent() ? " %" : "";
            int decimals =
                    Math.max(0, step.valueNeeded().get().stripTrailingZeros().scale());
            parts.add(language.of("đưa giá trị từ ", "take its value from ")
                    + numbers.fixed(step.value().get(), decimals)
                    + language.of(" đến ", " to ")
                    + numbers.fixed(step.valueNeeded().get(), decimals)
                    + unit
                    + step.alreadyThere()
                            .map(units ->
                                    language.of(" (" + units + " đơn vị đã đạt)", " (" + units + " units are there)"))
                            .orElse(""));
        }
        return language.of(step.criterion()) + ": " + String.join("; ", parts);
    }

    /** Where the unit is ahead of most others, and where behind. */
    String strongest() {
        return language.of("Mạnh nhất: ", "Strongest: ")
                + named(
                        Comparator.comparingInt(Brief.Line::better)
                                .thenComparing(Brief.Line::worse, Comparator.reverseOrder()),
                        true);
    }

    String weakest() {
        return language.of("Yếu nhất: ", "Weakest: ")
                + named(
                        Comparator.comparingInt(Brief.Line::worse)
                                .thenComparing(Brief.Line::better, Comparator.reverseOrder()),
                        false);
    }

    private String named(Comparator<Brief.Line> order, boolean isAhead) {
        String names = brief.lines().stream()
                .filter(line -> isAhead ? line.lead() > 0 : line.lead() < 0)
                .sorted(order)
                .limit(NAMED_CRITERIA)
                .map(line -> language.of(line.name()) + " (" + language.of("hạng ", "rank ") + placeOf(line)
                        + (line.isLast() ? language.of(", cuối bảng", ", last") : "") + ")")
                .collect(Collectors.joining("; "));
        return names.isEmpty() ? language.of("không có", "none") : names;
    }

    String placeOf(Brief.Line line) {
        return line.rank().map(rank -> rank + "/" + line.peers()).orElse("–");
    }

    /** What a reader must know before comparing with other years, one sentence each. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        int year = brief.subject().year();
        int before = year - 1;
        for (String code : brief.standing().comparabilityCodes()) {
            notes.add(note(code, before));
        }
        notes.add(published());
        if (brief.standing().isByPublishedPoints()) {
            notes.add(language.of(
                    "Năm " + year + " không có bộ tiêu chí: hạng là theo điểm công bố, không tính lại từ tiêu chí.",
                    year + " has no rubric: the rank is by the published points, not recomputed from criteria."));
        }
        return notes;
    }

    private String note(String code, int before) {
        return switch (code) {
            case "SAME" ->
                language.of(
                        "So với năm " + before + ": cùng bộ tiêu chí, cùng địa giới, cùng số đơn vị.",
                        "Against " + before + ": same rubric, same map, same number of units.");
            case "RUBRIC_CHANGED" ->
                language.of(
                        "Bộ tiêu chí khác năm " + before + ": so hạng được, không so điểm.",
                        "The rubric is not that of " + before + ": compare ranks, not points.");
            case "MAP_CHANGED" ->
                language.of(
                        "Địa giới khác năm " + before + ": các đơn vị được xếp không còn như trước.",
                        "The map is not that of " + before + ": the ranked units are not the same.");
            case "N_CHANGED" ->
                language.of(
                        "Số đơn vị được xếp hạng khác năm " + before + ": đọc hạng cùng với tổng số.",
                        "Another number of units than in " + before + ": read the rank with its total.");
            case "NEW_IDENTITY" ->
                language.of(
                        "Đơn vị mới, chưa có năm " + before + ": không có thay đổi hạng.",
                        "A new unit that did not exist in " + before + ": there is no rank change.");
            default -> code;
        };
    }

    /** What the publisher gave beside what we compute. */
    private String published() {
        Brief.Published published = brief.published();
        if (published.rank().isEmpty() && published.points().isEmpty()) {
            return language.of(
                    "Không có hạng hay điểm công bố để đối chiếu.", "No published rank or points to compare with.");
        }
        List<String> parts = new ArrayList<>();
        published.rank().ifPresent(rank -> parts.add(language.of("hạng ", "rank ") + rank));
        published.points().ifPresent(points -> parts.add(numbers.inText(points) + language.of(" điểm", " points")));
        published.rating().ifPresent(rating -> parts.add("“" + rating + "”"));
        return language.of("Bên công bố: ", "The publisher: ") + String.join(", ", parts) + "; " + compared();
    }

    private String compared() {
        if (!brief.published().differences().isEmpty()) {
            return brief.published().differences().stream().map(this::differing).collect(Collectors.joining("; "))
                    + ".";
        }
        return brief.published().computedRank().isPresent()
                ? language.of("tính lại từ tiêu chí: khớp.", "recomputed from criteria: the same.")
                : language.of("không tính lại được.", "cannot be recomputed.");
    }

    private String differing(Brief.Differing difference) {
        BigDecimal computed = difference.computed();
        String value = difference.isRank()
                ? language.of("hạng tính lại ", "our rank ") + computed.setScale(0, RoundingMode.UNNECESSARY)
                : language.of("điểm tính lại ", "our points ") + numbers.inText(computed);
        return value + " (" + lower(language.of(difference.reason())) + ")";
    }

    private static String lower(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Release, rules and stage, so that the page can be made again. */
    String origin() {
        Brief.Origin origin = brief.origin();
        String rules = origin.rubricYear()
                .map(year -> language.of("bộ tiêu chí ", "rubric ")
                        + year
                        + origin.decisionNumber()
                                .map(number -> " (" + number + ")")
                                .orElse(""))
                .orElse(language.of("không có bộ tiêu chí", "no rubric"));
        return language.of("Bản phát hành ", "Release ") + origin.releaseId() + " · " + rules + " · "
                + language.of("địa giới như trong năm", "units as they were in the year") + " · Xephang";
    }
}
