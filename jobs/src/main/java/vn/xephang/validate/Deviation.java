package vn.xephang.validate;

import java.util.List;

/**
 * How far a figure is from what its unit gives in other years, on the scale of its rule.
 *
 * @param others figures of the unit in the years around, without its own
 * @param own distance from their median
 * @param common what the year brings to all units: the median of their distances
 * @param scale how far figures of this unit and metric usually lie from what is usual
 */
record Deviation(Figure figure, List<Figure> others, double own, double common, double scale) {

    /** The distance that is left when what the year brings to all is taken off. */
    double rest() {
        return own - common;
    }

    /** The lesser of both distances; 0 where one is above and the other below what is usual. */
    double sure() {
        if (own * rest() <= 0) {
            return 0;
        }
        return Math.abs(own) < Math.abs(rest()) ? own : rest();
    }

    /** The same in scales. */
    double scales() {
        return Math.abs(sure()) / scale;
    }

    Deviation with(double ofAll, double usualScale) {
        return new Deviation(figure, others, own, ofAll, usualScale);
    }
}
