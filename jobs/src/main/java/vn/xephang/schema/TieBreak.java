package vn.xephang.schema;

import java.util.ArrayList;
import java.util.List;

/** One step of the chain that decides between equal totals. */
public sealed interface TieBreak {

    /** As in rubric files. */
    String canonical();

    /** More points in the section. */
    record BySection(String sectionCode) implements TieBreak {
        @Override
        public String canonical() {
            return SECTION + sectionCode;
        }
    }

    /** More points for the criterion. */
    record ByCriterion(String criterionCode) implements TieBreak {
        @Override
        public String canonical() {
            return CRITERION + criterionCode;
        }
    }

    /** The better place of the year before; a unit that had none comes after those that had one. */
    record ByPreviousRank() implements TieBreak {
        @Override
        public String canonical() {
            return PREVIOUS;
        }
    }

    String SECTION = "section:";
    String CRITERION = "criterion:";
    String PREVIOUS = "previous_rank";

    /** The list {@code tie_break} of a rubric file. */
    static List<TieBreak> read(Yaml rubric) {
        List<TieBreak> chain = new ArrayList<>();
        for (String step : rubric.texts("tie_break")) {
            if (step.startsWith(SECTION)) {
                chain.add(new BySection(step.substring(SECTION.length())));
            } else if (step.startsWith(CRITERION)) {
                chain.add(new ByCriterion(step.substring(CRITERION.length())));
            } else if (step.equals(PREVIOUS)) {
                chain.add(new ByPreviousRank());
            } else {
                rubric.problem(
                        "tie_break",
                        "Invalid tie_break '" + step + "'; expected section:<code>, criterion:<code> or " + PREVIOUS);
            }
        }
        return chain;
    }
}
