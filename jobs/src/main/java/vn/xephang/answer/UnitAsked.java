package vn.xephang.answer;

import java.time.LocalDate;
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
        return id(declarations, scorecard, Period.of(scorecard.periodCode(), year), "" + year, nameOrCode);
    }

    /** @param nameOrCode on the map of that day. @throws Refused when it is none or several */
    static String id(Declarations declarations, Scorecard scorecard, LocalDate map, String nameOrCode) {
        return id(declarations, scorecard, new Period(map, map), "on the map of " + map, nameOrCode);
    }

    private static String id(
            Declarations declarations, Scorecard scorecard, Period period, String when, String nameOrCode) {
        OrgUnitMatchers matchers = OrgUnitMatchers.of(declarations.codeLists());
        OrgUnitMatch match = matchers.matcher(scorecard.orgUnitLevelCode(), period.startOn(), period.endOn())
                .match(nameOrCode);
        if (match instanceof OrgUnitMatch.Found found) {
            return found.orgUnitId();
        }
        throw new Refused("No single " + scorecard.orgUnitLevelCode() + " '" + nameOrCode + "' "
                + (when.startsWith("on") ? when : "in " + when)
                + (match instanceof OrgUnitMatch.Ambiguous several
                        ? "; candidates: " + matchers.describe(several.orgUnitIds())
                        : "")
                + ". Give its name or official code of that time.");
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
