package vn.xephang.units;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a file wrote about one unit; each part may be empty.
 *
 * @param name with or without a type word
 * @param code official
 * @param parent name or code of a unit above
 */
public record WrittenOrgUnit(String name, String code, String parent) {

    private static final Pattern ORDER_NUMBER = Pattern.compile("^\\d{1,3}\\s*[.)]\\s*(\\D.*)$", Pattern.DOTALL);
    private static final Pattern CODE_NAME = Pattern.compile("^(\\d{2,5})[\\s_:–-]+(\\D.*)$", Pattern.DOTALL);
    private static final Pattern NAME_CODE =
            Pattern.compile("^(.*\\D)[\\s_:–-]*\\(\\s*(\\d{2,5})\\s*\\)$", Pattern.DOTALL);
    private static final Pattern NAME_PARENT_IN_BRACKETS =
            Pattern.compile("^([^()]+)\\(\\s*(\\D[^()]*)\\)$", Pattern.DOTALL);
    private static final Pattern NAME_COMMA_PARENT = Pattern.compile("^([^,;]+)[,;]\\s*(\\D.*)$", Pattern.DOTALL);
    private static final Pattern NAME_DASH_PARENT = Pattern.compile("^(.+?)\\s+[–-]\\s+(\\D.*)$", Pattern.DOTALL);

    /** A name or a code alone. */
    public static WrittenOrgUnit of(String text) {
        return new WrittenOrgUnit(text, "", "");
    }

    /** Ways to take the name apart, likeliest first: order number, code, parent. */
    List<WrittenOrgUnit> takenApart() {
        List<WrittenOrgUnit> ways = new ArrayList<>();
        String text = name.strip();
        Matcher order = ORDER_NUMBER.matcher(text);
        if (order.matches()) {
            ways.add(new WrittenOrgUnit(order.group(1), code, parent));
        }
        Matcher codeFirst = CODE_NAME.matcher(text);
        if (code.isEmpty() && codeFirst.matches()) {
            ways.add(new WrittenOrgUnit(codeFirst.group(2), codeFirst.group(1), parent));
        }
        Matcher codeLast = NAME_CODE.matcher(text);
        if (code.isEmpty() && codeLast.matches()) {
            ways.add(new WrittenOrgUnit(codeLast.group(1), codeLast.group(2), parent));
        }
        for (Pattern pattern : List.of(NAME_PARENT_IN_BRACKETS, NAME_COMMA_PARENT, NAME_DASH_PARENT)) {
            Matcher withParent = pattern.matcher(text);
            if (parent.isEmpty() && withParent.matches()) {
                ways.add(new WrittenOrgUnit(withParent.group(1), code, withParent.group(2)));
            }
        }
        return ways;
    }
}
