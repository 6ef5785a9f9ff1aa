package vn.xephang.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import vn.xephang.model.CodeRow;

/** Every code with a name in both languages: the closed lists, and what scorecards, rubrics and contracts name themselves. */
public final class NamedCodes {

    private NamedCodes() {}

    /** All of them. The code of a rating is {@code <scorecard>/<rating>}, named as the last rubric that has it does. */
    public static List<CodeRow> of(Declarations declarations) {
        List<CodeRow> codes = new ArrayList<>(declarations.codeLists().codes());
        int place = 0;
        for (Scorecard scorecard : declarations.scorecards().all()) {
            codes.add(new CodeRow(
                    "scorecard",
                    scorecard.scorecardCode(),
                    ++place,
                    scorecard.scorecardNameVi(),
                    scorecard.scorecardNameEn(),
                    "Ranking of org units of level " + scorecard.orgUnitLevelCode()));
            codes.addAll(ratings(declarations.rubrics(), scorecard.scorecardCode()));
        }
        codes.addAll(forms(declarations.contracts()));
        return List.copyOf(codes);
    }

    private static List<CodeRow> forms(List<LandingContract> contracts) {
        List<CodeRow> forms = new ArrayList<>();
        for (LandingContract contract : contracts) {
            forms.add(new CodeRow(
                    "form",
                    contract.contractId(),
                    forms.size() + 1,
                    contract.formNameVi(),
                    contract.formNameEn(),
                    "Form of source " + contract.sourceCode()));
        }
        return forms;
    }

    private static Collection<CodeRow> ratings(Rubrics rubrics, String scorecardCode) {
        TreeMap<String, CodeRow> ratings = new TreeMap<>();
        for (Rubric rubric : rubrics.byYear(scorecardCode).values()) {
            if (rubric.ratingRule().orElse(null) instanceof RatingRule.Bands bands) {
                int place = 0;
                for (RatingRule.Band band : bands.bands()) {
                    ratings.put(
                            band.ratingCode(),
                            new CodeRow(
                                    "rating",
                                    scorecardCode + "/" + band.ratingCode(),
                                    ++place,
                                    band.ratingNameVi(),
                                    band.ratingNameEn(),
                                    "Class by the rubric of " + rubric.rubricYear()));
                }
            }
        }
        return ratings.values();
    }
}
