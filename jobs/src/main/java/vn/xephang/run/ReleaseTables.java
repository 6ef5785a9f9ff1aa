package vn.xephang.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.xephang.model.BoundaryVintage;
import vn.xephang.model.CodeRow;
import vn.xephang.model.CommendationRow;
import vn.xephang.model.CriterionRow;
import vn.xephang.model.CrosswalkRow;
import vn.xephang.model.DeliveryRow;
import vn.xephang.model.DerivedMetricPart;
import vn.xephang.model.DueDate;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCodeRow;
import vn.xephang.model.FindingRow;
import vn.xephang.model.GridTile;
import vn.xephang.model.LocalDay;
import vn.xephang.model.Metric;
import vn.xephang.model.MetricTarget;
import vn.xephang.model.NextRankRow;
import vn.xephang.model.Observation;
import vn.xephang.model.OrgUnitChange;
import vn.xephang.model.OrgUnitIso;
import vn.xephang.model.OrgUnitName;
import vn.xephang.model.OrgUnitRecord;
import vn.xephang.model.OrgUnitVersion;
import vn.xephang.model.PeerGroupRule;
import vn.xephang.model.Rank;
import vn.xephang.model.RankEffectRow;
import vn.xephang.model.Release;
import vn.xephang.model.ReleaseHistoryRow;
import vn.xephang.model.ReleaseRow;
import vn.xephang.model.RunRow;
import vn.xephang.model.Score;
import vn.xephang.model.SummarySentence;
import vn.xephang.publish.Manifest;
import vn.xephang.publish.ParquetRows;
import vn.xephang.publish.ParquetTable;
import vn.xephang.publish.WrittenFile;
import vn.xephang.schema.CodeLists;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.MetricPrecedence;
import vn.xephang.schema.NamedCodes;
import vn.xephang.schema.RollUpRule;
import vn.xephang.schema.Rubric;
import vn.xephang.score.Eligibility;
import vn.xephang.score.RankHistory;

/** The tables of a release that are not kept by year: small, written whole by the driver. */
final class ReleaseTables {

    private final Path releaseFolder;
    private final Declarations declarations;
    private final List<WrittenFile> written = new ArrayList<>();

    ReleaseTables(Path releaseFolder, Declarations declarations) {
        this.releaseFolder = releaseFolder;
        this.declarations = declarations;
    }

    /** Writes all of them. @return what was written, without the tables of their moment, which hold times */
    List<WrittenFile> write(List<Manifest.Input> inputs, List<Finding> ofHistory) {
        CodeLists lists = declarations.codeLists();
        write("org_unit_version", OrgUnitVersion.class, lists.orgUnits());
        write("org_unit_name", OrgUnitName.class, lists.orgUnitNames());
        write("org_unit_change", OrgUnitChange.class, lists.orgUnitChanges());
        write("org_unit_record", OrgUnitRecord.class, lists.orgUnitRecords());
        write("metric", Metric.class, lists.metrics());
        write(
                "derived_metric_part",
                DerivedMetricPart.class,
                lists.derivedMetrics().stream()
                        .flatMap(rule -> DerivedMetricPart.of(rule).stream())
                        .toList());
        write("peer_group", PeerGroupRule.class, lists.peerGroups());
        write("metric_precedence", MetricPrecedence.class, MetricPrecedence.among(declarations.contracts()));
        write("roll_up_rule", RollUpRule.class, RollUpRule.among(declarations.controlRules()));
        write(
                "criterion_crosswalk",
                CrosswalkRow.class,
                declarations.crosswalks().all());
        write("metric_target", MetricTarget.class, declarations.targets().all());
        write("code", CodeRow.class, NamedCodes.of(declarations));
        write("boundary_vintage", BoundaryVintage.class, declarations.maps().boundaryVintages());
        write("grid_tile", GridTile.class, declarations.maps().gridTiles());
        write("org_unit_iso", OrgUnitIso.class, declarations.maps().isoCodes());
        write("finding_code", FindingCodeRow.class, FindingCodeRow.all());
        write("due_date", DueDate.class, declarations.dueDates());
        write(
                "criterion",
                CriterionRow.class,
                declarations.rubrics().all().stream()
                        .map(Rubric::criterionRows)
                        .flatMap(List::stream)
                        .toList());
        write(
                "delivery",
                DeliveryRow.class,
                inputs.stream().map(ReleaseTables::delivery).toList());
        write(
                "finding",
                FindingRow.class,
                Stream.concat(inputs.stream().flatMap(input -> findings(input).stream()), ofHistory.stream())
                        .map(FindingRow::of)
                        .toList());
        writeHistory();
        return List.copyOf(written);
    }

    /** What is told from year to year, out of the ranks of all years of this release. */
    private void writeHistory() {
        List<Rank> ranks =
                ParquetRows.ofAllYears(releaseFolder, declarations.tables().get("rank"), Rank.class);
        RankHistory history = new RankHistory(
                ranks,
                ParquetRows.ofAllYears(releaseFolder, declarations.tables().get("score"), Score.class),
                declarations);
        write("rank_effect", RankEffectRow.class, history.effects());
        write("next_rank", NextRankRow.class, history.nextRanks());
        write("summary_sentence", SummarySentence.class, history.sentences());
        write("commendation", CommendationRow.class, commendations(ranks));
    }

    private List<CommendationRow> commendations(List<Rank> ranks) {
        List<Observation> barring = ParquetRows.ofAllYears(
                releaseFolder,
                declarations.tables().get("observation"),
                Observation.class,
                "metric_code",
                declarations.commendations().metricCodes());
        return new Eligibility(declarations).rows(declarations.scorecards().all(), ranks, barring);
    }

    /** What knows a clock: which release this is, those before it, and the runs. @return what was written */
    List<WrittenFile> writeMoment(ReleaseRow release, List<ReleaseHistoryRow> releases, List<RunRow> runs) {
        int before = written.size();
        write("release", ReleaseRow.class, List.of(release));
        write("release_history", ReleaseHistoryRow.class, releases);
        write("run", RunRow.class, runs);
        return List.copyOf(written.subList(before, written.size()));
    }

    /** The findings of a delivery, as they were told. */
    static List<Finding> findings(Manifest.Input input) {
        return input.findings().stream()
                .map(found -> new Finding(
                        found.code(),
                        input.deliveryId(),
                        input.landingFile(),
                        found.sheet(),
                        found.cell(),
                        found.referenceYear(),
                        found.found(),
                        found.expected()))
                .toList();
    }

    private static DeliveryRow delivery(Manifest.Input input) {
        return new DeliveryRow(
                input.deliveryId(),
                input.sourceCode(),
                input.landingFile(),
                input.sha256(),
                input.sizeBytes(),
                Instant.parse(input.receivedAt()),
                LocalDay.of(Instant.parse(input.receivedAt())),
                input.deliveryStatus(),
                input.contractId(),
                input.cellCount());
    }

    private <T extends Record> void write(String table, Class<T> type, List<T> rows) {
        Path file = releaseFolder.resolve(Release.file(table));
        long rowCount = ParquetTable.write(file, declarations.tables().get(table), type, rows);
        written.add(WrittenFile.of(releaseFolder, Release.file(table), rowCount));
    }
}
