package vn.xephang.schema;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Every kind of scoring rule, and how it is read from a rubric file. */
final class ScoringRules {

    /** A kind of rule: the keys of a criterion that belong to it, and what reads them. */
    private record Kind(Set<String> keys, Function<Yaml, ScoringRule> reader) {}

    private static final Map<String, Kind> KINDS = new TreeMap<>(Map.ofEntries(
            Map.entry(Weighted.CODE, new Kind(Set.of("weight"), Weighted::read)),
            Map.entry(ProportionalToTarget.CODE, new Kind(ProportionalToTarget.KEYS, ProportionalToTarget::read)),
            Map.entry(Steps.CODE, new Kind(Set.of("steps"), Steps::read)),
            Map.entry(LatenessDays.CODE, new Kind(Set.of("steps"), LatenessDays::read)),
            Map.entry(DeductionPerEvent.CODE, new Kind(Set.of("per_event", "floor"), DeductionPerEvent::read)),
            Map.entry(Bonus.CODE, new Kind(Set.of("per_event"), Bonus::read)),
            Map.entry(YesNo.CODE, new Kind(Set.of("evidence_metric_code"), YesNo::read)),
            Map.entry(MinMax.CODE, new Kind(Set.of("direction"), MinMax::read)),
            Map.entry(ZScore.CODE, new Kind(ZScore.KEYS, ZScore::read)),
            Map.entry(WeightedMean.CODE, new Kind(Set.of("of"), WeightedMean::read)),
            Map.entry(Entered.CODE, new Kind(Set.of(), Entered::read))));

    private ScoringRules() {}

    /** The words of rubric files. */
    static Set<String> codes() {
        return KINDS.keySet();
    }

    /** The keys of a criterion that belong to its rule; to any rule where its rule is not known. */
    static Set<String> keys(Yaml criterion) {
        Set<String> keys = new HashSet<>(Set.of("scoring_rule"));
        Kind kind = KINDS.get(criterion.optionalText("scoring_rule").orElse(""));
        if (kind == null) {
            KINDS.values().forEach(every -> keys.addAll(every.keys()));
        } else {
            keys.addAll(kind.keys());
        }
        return keys;
    }

    /** The rule of one criterion of a rubric file. */
    static ScoringRule read(Yaml criterion) {
        Kind kind = KINDS.get(criterion.oneOf("scoring_rule", KINDS.keySet()));
        return kind == null ? new Entered() : kind.reader().apply(criterion);
    }
}
