package vn.xephang.conform;

import java.io.Serializable;
import java.util.List;
import vn.xephang.model.ConformedValue;
import vn.xephang.model.Finding;

/** What reading, validating and conforming a delivery yields, in the order of the file. */
public sealed interface Conformed extends Serializable {

    /** A value in shared codes. */
    record Value(ConformedValue value) implements Conformed {}

    /** What is wrong, and why a value is not there. */
    record Refused(Finding finding) implements Conformed {}

    /**
     * The last item of a delivery.
     *
     * @param contractId the landing contract that read it; empty when none did
     * @param cellCount cells read, good or bad
     * @param years reference years of its values
     */
    record End(int deliveryOrder, String contractId, int cellCount, List<Integer> years) implements Conformed {}
}
