package vn.xephang.answer;

import vn.xephang.model.Period;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.Scorecard;
import vn.xephang.units.OrgUnitMatch;
import vn.xephang.units.OrgUnitMatchers;

/** The unit that somebody named in a question about a year. */
final class UnitAsked {

    private UnitAsked() {}

    /** @param nameOrCode of that year. @throws Refused when it is none or several */
    static String id(Declarations declarations, Scorecard scorecard, int year, String nameOrCode) {
        Period period = Period.of(scorecard.periodCode(), year);
        OrgUnitMatchers matchers = OrgUnitMatchers.of(declarations.codeLists());
        OrgUnitMatch match = matchers.matcher(scorecard.orgUnitLevelCode(), period.startOn(), period.endOn())
                .match(nameOrCode);
        if (match instanceof OrgUnitMatch.Found found) {
            return found.orgUnitId();
        }
        throw new Refused("No single " + scorecard.orgUnitLevelCode() + " '" + nameOrCode + "' in " + year
                + (match instanceof OrgUnitMatch.Ambiguous several
                        ? "; candidates: " + matchers.describe(several.orgUnitIds())
                        : "")
                + ". Give its name or official code of that year.");
    }

    /** @throws Refused when there is no such scorecard */
    static Scorecard scorecard(Declarations declarations, String code) {
        return declarations
                .scorecards()
                .find(code)
                .orElseThrow(() -> new Refused("Unknown scorecard '" + code + "'; one of "
                        + declarations.scorecards().all().stream()
                                .map(Scorecard::scorecardCode)
                                .toList()));
    }
}
