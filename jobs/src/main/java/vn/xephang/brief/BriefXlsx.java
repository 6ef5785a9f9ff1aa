package vn.xephang.brief;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.xephang.answer.Brief;

/** A brief as a workbook of one sheet that prints on one page: the same content, its numbers whole and to be reckoned with. */
final class BriefXlsx {

    private final Brief brief;
    private final Language language;
    private final Phrases phrases;
    private final BriefSheet sheet;

    private BriefXlsx(Brief brief, Language language, XSSFWorkbook book) {
        this.brief = brief;
        this.language = language;
        this.phrases = new Phrases(brief, language);
        this.sheet = new BriefSheet(book, language.of("Tóm tắt", "Brief"));
    }

    static void write(Brief brief, Language language, OutputStream out) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            new BriefXlsx(brief, language, book).fill();
            date(book.getProperties().getCoreProperties(), brief);
            book.write(bytes);
            StillZip.copy(bytes.toByteArray(), out);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a brief", e);
        }
    }

    /** The date of the release in place of the clock. */
    private static void date(POIXMLProperties.CoreProperties properties, Brief brief) {
        Date published = Date.from(brief.origin().publishedAt().toInstant(ZoneOffset.UTC));
        properties.setCreated(Optional.of(published));
        properties.setModified(Optional.of(published));
        properties.setCreator("Xephang");
    }

    private void fill() {
        sheet.title(phrases.title());
        sheet.text(phrases.scorecard());
        phrases.syntheticMark().ifPresent(sheet::mark);
        standing();
        why();
        next();
        history();
        criteria();
        sheet.heading(language.of("Lưu ý khi so sánh", "When comparing"));
        phrases.notes().forEach(sheet::text);
        sheet.gap();
        sheet.text(phrases.origin());
    }

    private void standing() {
        Brief.Standing standing = brief.standing();
        sheet.gap();
        sheet.row(language.of("Hạng", "Rank"), standing.rank(), phrases.place(), phrases.placeNote());
        sheet.row(
                language.of("Thay đổi", "Change"),
                standing.rank().flatMap(rank -> standing.previousRank().map(before -> before - rank)),
                phrases.change(),
                phrases.changeNote());
        sheet.row(language.of("Điểm", "Points"), standing.totalPoints(), phrases.points(), phrases.pointsNote());
        phrases.rating()
                .ifPresent(rating ->
                        sheet.row(language.of("Xếp loại", "Rating"), Optional.empty(), rating, phrases.ratingNote()));
    }

    private void why() {
        sheet.heading(language.of("Vì sao hạng thay đổi", "Why the rank changed"));
        sheet.text(phrases.sentence());
        for (Brief.Factor factor : brief.why().factors()) {
            sheet.row(language.of(factor.name()), Optional.of(factor.places()));
        }
        phrases.orders().ifPresent(sheet::text);
    }

    private void next() {
        sheet.heading(language.of("Để lên hạng kế tiếp", "What the next place takes"));
        sheet.text(phrases.next());
        if (brief.steps().isEmpty()) {
            return;
        }
        sheet.head(
                language.of("Tiêu chí", "Criterion"),
                language.of("cần thêm", "needed"),
                language.of("có thể thêm", "open"),
                language.of("giá trị", "value"),
                language.of("cần đạt", "to reach"),
                language.of("đã đạt", "already there"));
        for (Brief.Step step : brief.steps()) {
            sheet.row(
                    language.of(step.criterion()),
                    Optional.of(step.pointsNeeded()),
                    step.headroom(),
                    step.value(),
                    step.valueNeeded(),
                    step.alreadyThere());
        }
    }

    private void history() {
        sheet.heading(language.of("Hạng qua các năm", "Rank over the years"));
        sheet.head(
                language.of("Năm", "Year"),
                language.of("hạng", "rank"),
                language.of("trong số", "of"),
                language.of("đổi bộ tiêu chí", "rubric changed"),
                language.of("đổi địa giới", "map changed"));
        int first = sheet.rows();
        for (Brief.Year year : brief.history().years()) {
            sheet.row(
                    "" + year.year(),
                    year.rank(),
                    year.rankOf(),
                    mark(year.isRubricChanged()),
                    mark(year.isMapChanged()));
        }
        sheet.rankChart(first, sheet.rows() - 1, language.of(brief.subject().unitName()));
    }

    private static String mark(boolean isSo) {
        return isSo ? "×" : "";
    }

    private void criteria() {
        sheet.heading(language.of("Từng tiêu chí so với các đơn vị khác", "Criteria against the other units"));
        if (brief.lines().isEmpty()) {
            sheet.text(language.of("Năm này không có điểm theo tiêu chí.", "This year has no points by criterion."));
            return;
        }
        sheet.head(
                language.of("Tiêu chí", "Criterion"),
                language.of("điểm", "points"),
                language.of("tối đa", "maximum"),
                language.of("trung vị", "median"),
                language.of("hạng", "rank"),
                language.of("trong số", "of"));
        for (Brief.Line line : brief.lines()) {
            sheet.row(
                    language.of(line.name()),
                    line.points(),
                    line.maxPoints(),
                    line.peerMedian(),
                    line.rank(),
                    line.peers());
        }
        sheet.text(phrases.strongest());
        sheet.text(phrases.weakest());
    }

    /** Whole numbers show no decimals. */
    static boolean isWhole(Object value) {
        return value instanceof Integer
                || value instanceof BigDecimal decimal
                        && decimal.stripTrailingZeros().scale() <= 0;
    }
}
