package vn.xephang.validate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The one figure that explains several broken sums: every checked sum that reads it is broken, at least two are, all
 * by the same amount within their tolerances. Where two figures explain a sum, the one that explains all that the
 * other does and more is meant; where neither does, none is.
 *
 * @param sums places of the sums among those checked
 * @param mended what the figure would be if the sums held
 */
record WrongCell(Figure figure, List<Integer> sums, BigDecimal mended) {

    /** All of them, none sharing a sum with another. @param checked every sum, broken or not */
    static List<WrongCell> among(List<Sum> checked) {
        List<WrongCell> explaining = new ArrayList<>();
        reading(checked).forEach((figure, sums) -> {
            if (explains(figure, sums, checked)) {
                BigDecimal excess = checked.get(sums.get(0)).excess(figure);
                explaining.add(new WrongCell(figure, sums, figure.orZero().subtract(excess)));
            }
        });
        return explaining.stream()
                .filter(cell -> explaining.stream().noneMatch(cell::isRivalledBy))
                .toList();
    }

    private boolean isRivalledBy(WrongCell other) {
        boolean isLess = other.sums.size() < sums.size() && sums.containsAll(other.sums);
        return other != this && !isLess && other.sums.stream().anyMatch(sums::contains);
    }

    /** The figures of broken sums, each with all checked sums that read it. */
    private static Map<Figure, List<Integer>> reading(List<Sum> checked) {
        Set<Figure> suspects =
                checked.stream().filter(Sum::isBroken).flatMap(Sum::figures).collect(Collectors.toSet());
        Map<Figure, List<Integer>> reading = new TreeMap<>(Figure.ORDER);
        for (int i = 0; i < checked.size(); i++) {
            int place = i;
            checked.get(i).figures().filter(suspects::contains).forEach(figure -> reading.computeIfAbsent(
                            figure, none -> new ArrayList<>())
                    .add(place));
        }
        return reading;
    }

    private static boolean explains(Figure figure, List<Integer> sums, List<Sum> checked) {
        Sum first = checked.get(sums.get(0));
        return sums.size() > 1
                && sums.stream().map(checked::get).allMatch(sum -> sum.isBroken() && isSame(figure, sum, first));
    }

    private static boolean isSame(Figure figure, Sum a, Sum b) {
        BigDecimal apart = a.excess(figure).subtract(b.excess(figure)).abs();
        return apart.compareTo(a.tolerance().add(b.tolerance())) <= 0;
    }
}
