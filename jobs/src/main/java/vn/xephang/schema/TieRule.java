package vn.xephang.schema;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What becomes of units with equal totals. */
public sealed interface TieRule {

    /** The word in rubric files. */
    String code();

    /** Its own text in the canonical text of a rubric. */
    default String canonical() {
        return code();
    }

    /** The same without steps of a chain that ask for these criteria. */
    default TieRule without(Set<String> criterionCodes) {
        return this;
    }

    /** They share the best place and the next places stay empty: 1, 2, 2, 4. */
    record Competition() implements TieRule {
        @Override
        public String code() {
            return "competition";
        }
    }

    /** They share a place and none stays empty: 1, 2, 2, 3. */
    record Dense() implements TieRule {
        @Override
        public String code() {
            return "dense";
        }
    }

    /** They share the mean of their places: 1, 2.5, 2.5, 4. The whole number told is the better place. */
    record SharedMean() implements TieRule {
        @Override
        public String code() {
            return "shared_mean";
        }
    }

    /** A chain decides: 1, 2, 3, 4. Units that it cannot tell apart share the better place and are told as tied. */
    record Ordinal(List<TieBreak> chain) implements TieRule {

        public Ordinal {
            chain = List.copyOf(chain);
        }

        @Override
        public String code() {
            return "ordinal";
        }

        @Override
        public TieRule without(Set<String> criterionCodes) {
            return new Ordinal(chain.stream()
                    .filter(step ->
                            !(step instanceof TieBreak.ByCriterion by) || !criterionCodes.contains(by.criterionCode()))
                    .toList());
        }

        @Override
        public String canonical() {
            return code() + chain.stream().map(step -> " " + step.canonical()).collect(Collectors.joining());
        }
    }

    /** The rule of a rubric file: {@code tie_rule}, and {@code tie_break} for an ordinal one. */
    static TieRule read(Yaml rubric) {
        Map<String, TieRule> known = new TreeMap<>();
        List.of(new Competition(), new Dense(), new SharedMean(), new Ordinal(TieBreak.read(rubric)))
                .forEach(rule -> known.put(rule.code(), rule));
        String code = rubric.oneOf("tie_rule", known.keySet());
        boolean isOrdinal = code.equals("ordinal");
        if (isOrdinal && rubric.texts("tie_break").isEmpty()) {
            rubric.problem("tie_rule", "An ordinal order needs 'tie_break': what decides between equal totals");
        }
        if (!isOrdinal && rubric.has("tie_break")) {
            rubric.problem("tie_break", "Only the tie rule 'ordinal' has a 'tie_break'");
        }
        return known.getOrDefault(code, new Competition());
    }
}
