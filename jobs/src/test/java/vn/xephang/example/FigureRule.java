package vn.xephang.example;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How the figures of one counted metric are made up: a line {@code CODE kind arguments}.
 *
 * <ul>
 *   <li>{@code count T g}: T in the whole country in 2024, growing by g a year; less in a part of a year
 *   <li>{@code stock T g}: the same, equal in any part of a year
 *   <li>{@code share OF m s g}: a share of another metric, m in 2021, s apart between units, growing by g a year
 *   <li>{@code per OF m s}: m for each of another metric, s apart between units
 *   <li>{@code rest OF A B}: what A and B leave of OF
 *   <li>{@code percent m s g}: a percentage of its own
 *   <li>{@code level m s}: points of their own around m
 *   <li>{@code days}: days late
 * </ul>
 *
 * Totals of 2024 are of the size that the press reported for the country (births 1.4 million, deaths 654,031), or
 * guesses; they are there to give plausible magnitudes and nothing else.
 */
record FigureRule(String formCode, String kind, List<String> arguments) {

    private static final String LINES = """
            DS01 stock 101000000 0.008
            VB03 count 7200 -0.01
            VB05 share VB03 0.93 0.04 0.004
            VB09 count 640 -0.03
            VB10 share VB09 0.95 0.05 0.003
            VB12 count 43000 0.01
            VB13 share VB12 0.96 0.03 0.003
            HT01 count 1400000 -0.02
            HT04 share HT01 0.526 0.004 0
            HT05 rest HT01 HT04
            HT06 share HT01 0.92 0.03 0.006
            HT07 rest HT01 HT06
            HT08 share HT07 0.34 0.05 0
            HT09 share HT07 0.62 0.05 0
            HT13 count 654031 0.015
            HT14 share HT13 0.011 0.002 0
            HT15 share HT13 0.006 0.001 0
            HT17 share HT13 0.83 0.05 0.01
            HT18 rest HT13 HT17
            CT01 count 92000000 0.01
            CT07 count 2400000 0.25
            PB03 count 690000 0.02
            PB04 per PB03 56 9
            PB05 count 9800 0.03
            PB06 per PB05 920 210
            PB07 count 12500000 0.01
            PB08 count 2600000 0.06
            HG01 stock 94000 -0.005
            HG02 per HG01 1.02 0.03
            HG03 per HG02 6.2 0.3
            HG05 share HG03 0.034 0.008 0.002
            HG06 share HG03 0.56 0.08 0.01
            HG07 count 112000 -0.02
            HG11 share HG07 0.80 0.03 0.004
            HG12 share HG07 0.13 0.02 -0.003
            HG13 rest HG07 HG11 HG12
            TG01 count 148000 0.02
            TG05 count 46000 0.05
            TG06 share TG05 0.66 0.06 0.02
            TG08 stock 690 0.01
            TC01 stock 10600 -0.01
            TC02 share TC01 0.88 0.05 0.01
            TC10 level 89 2.4
            XL02 count 3100000 0.01
            XL03 share XL02 0.88 0.04 0.004
            XL07 share XL02 0.0016 0.0005 0
            BT10 count 41000 0.04
            BT11 share BT10 0.44 0.07 0.01
            LL02 count 1600000 0.07
            LL03 share LL02 0.95 0.03 0.003
            BN02 count 120 0.02
            BN03 per BN02 290000000 60000000
            CH01 count 12400000 0.03
            CH02 share CH01 0.965 0.015 0.003
            CH03 share CH01 0.30 0.06 0.065
            CH04 share CH01 0.16 0.05 0.05
            CH07 count 19000000 0.02
            CH08 percent 0.90 0.05 0.015
            CH09 percent 0.92 0.05 0.012
            TO02 stock 17200 -0.01
            TO03 share TO02 0.79 0.06 0.02
            TT02 count 9100 -0.02
            TT03 share TT02 0.90 0.05 0.005
            TD03 days
            TD04 count 930 0.01
            TD05 count 3300 0.01
            """;

    /** In an order in which each rule finds what it needs. */
    static final Map<String, FigureRule> ALL = all();

    double number(int argument) {
        return Double.parseDouble(arguments.get(argument));
    }

    private static Map<String, FigureRule> all() {
        Map<String, FigureRule> rules = new LinkedHashMap<>();
        LINES.lines()
                .map(line -> line.split(" "))
                .forEach(words -> rules.put(
                        words[0],
                        new FigureRule(words[0], words[1], Arrays.asList(words).subList(2, words.length))));
        return rules;
    }
}
