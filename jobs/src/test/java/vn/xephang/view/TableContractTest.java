package vn.xephang.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.xephang.model.BoundaryVintage;
import vn.xephang.model.CodeRow;
import vn.xephang.model.CommendationRow;
import vn.xephang.model.CriterionRow;
import vn.xephang.model.CrosswalkRow;
import vn.xephang.model.DeliveryRow;
import vn.xephang.model.DerivedMetricPart;
import vn.xephang.model.Difference;
import vn.xephang.model.DueDate;
import vn.xephang.model.EnteredPoints;
import vn.xephang.model.FindingCodeRow;
import vn.xephang.model.FindingRow;
import vn.xephang.model.GridTile;
import vn.xephang.model.Metric;
import vn.xephang.model.MetricRebased;
import vn.xephang.model.MetricTarget;
import vn.xephang.model.NextRankRow;
import vn.xephang.model.Observation;
import vn.xephang.model.OrgUnitChange;
import vn.xephang.model.OrgUnitIso;
import vn.xephang.model.OrgUnitName;
import vn.xephang.model.OrgUnitRecord;
import vn.xephang.model.OrgUnitVersion;
import vn.xephang.model.Participant;
import vn.xephang.model.PeerGroupRule;
import vn.xephang.model.PublishedResult;
import vn.xephang.model.Rank;
import vn.xephang.model.RankEffectRow;
import vn.xephang.model.ReleaseHistoryRow;
import vn.xephang.model.ReleaseRow;
import vn.xephang.model.RunRow;
import vn.xephang.model.Score;
import vn.xephang.model.SummarySentence;
import vn.xephang.model.YearFinding;
import vn.xephang.schema.MetricPrecedence;
import vn.xephang.schema.RollUpRule;
import vn.xephang.schema.TableSchema;

class TableContractTest {

    private static final Map<String, Class<? extends Record>> RECORDS = Map.ofEntries(
            Map.entry("observation", Observation.class),
            Map.entry("observation_superseded", Observation.class),
            Map.entry("entered_points", EnteredPoints.class),
            Map.entry("entered_points_superseded", EnteredPoints.class),
            Map.entry("published_result", PublishedResult.class),
            Map.entry("published_result_superseded", PublishedResult.class),
            Map.entry("score", Score.class),
            Map.entry("rank", Rank.class),
            Map.entry("difference", Difference.class),
            Map.entry("participant", Participant.class),
            Map.entry("finding", FindingRow.class),
            Map.entry("year_finding", YearFinding.class),
            Map.entry("delivery", DeliveryRow.class),
            Map.entry("org_unit_version", OrgUnitVersion.class),
            Map.entry("org_unit_name", OrgUnitName.class),
            Map.entry("org_unit_change", OrgUnitChange.class),
            Map.entry("metric", Metric.class),
            Map.entry("metric_target", MetricTarget.class),
            Map.entry("next_rank", NextRankRow.class),
            Map.entry("criterion_crosswalk", CrosswalkRow.class),
            Map.entry("commendation", CommendationRow.class),
            Map.entry("rank_effect", RankEffectRow.class),
            Map.entry("summary_sentence", SummarySentence.class),
            Map.entry("criterion", CriterionRow.class),
            Map.entry("code", CodeRow.class),
            Map.entry("boundary_vintage", BoundaryVintage.class),
            Map.entry("grid_tile", GridTile.class),
            Map.entry("org_unit_iso", OrgUnitIso.class),
            Map.entry("metric_rebased", MetricRebased.class),
            Map.entry("org_unit_record", OrgUnitRecord.class),
            Map.entry("derived_metric_part", DerivedMetricPart.class),
            Map.entry("peer_group", PeerGroupRule.class),
            Map.entry("metric_precedence", MetricPrecedence.class),
            Map.entry("roll_up_rule", RollUpRule.class),
            Map.entry("finding_code", FindingCodeRow.class),
            Map.entry("due_date", DueDate.class),
            Map.entry("release", ReleaseRow.class),
            Map.entry("release_history", ReleaseHistoryRow.class),
            Map.entry("run", RunRow.class));

    private static final Map<Class<?>, String> TYPES = Map.of(
            String.class, "string",
            int.class, "integer",
            Integer.class, "integer",
            long.class, "long",
            Double.class, "double",
            BigDecimal.class, "decimal(18,9)",
            Boolean.class, "boolean",
            LocalDate.class, "date",
            Instant.class, "timestamp");

    static List<TableSchema> tables() {
        return List.copyOf(Declarations.tables().values());
    }

    @Test
    void everyTableHasARecordAndEveryRecordATable() {
        assertEquals(
                RECORDS.keySet().stream().sorted().toList(),
                List.copyOf(Declarations.tables().keySet()));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void columnsAreTheComponentsOfTheRecordInItsOrder(TableSchema table) {
        assertEquals(
                Arrays.stream(RECORDS.get(table.table()).getRecordComponents())
                        .map(component -> snakeCase(component) + " " + TYPES.get(component.getType()))
                        .toList(),
                table.columns().stream()
                        .map(column -> column.name() + " " + column.type().replace("decimal(38,18)", "decimal(18,9)"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("tables")
    void aPrimitiveIsNeverEmpty(TableSchema table) {
        RecordComponent[] components = RECORDS.get(table.table()).getRecordComponents();
        for (int i = 0; i < components.length; i++) {
            boolean nullable = table.columns().get(i).isNullable();
            assertTrue(!components[i].getType().isPrimitive() || !nullable, snakeCase(components[i]));
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void everyTableHasAGrainAndASortOrder(TableSchema table) {
        assertTrue(table.grain().startsWith("One row"), table.grain());
        assertTrue(!table.sortBy().isEmpty(), table.table());
    }

    private static String snakeCase(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
