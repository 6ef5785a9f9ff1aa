package vn.xephang.schema;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The worst value of the year earns nothing, the best the maximum, between them straight. Equal values are best. */
public record MinMax(String directionCode) implements ScoringRule {

    static final String CODE = "min_max";

    static MinMax read(Yaml criterion) {
        return new MinMax(ScoringRule.directionOf(criterion));
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public Optional<BigDecimal> points(Measured measured) {
        List<BigDecimal> all = measured.all();
        BigDecimal least = Collections.min(all);
        BigDecimal most = Collections.max(all);
        if (least.compareTo(most) == 0) {
            return Optional.of(measured.maxPoints());
        }
        BigDecimal above = directionCode.equals(LOWER)
                ? most.subtract(measured.value())
                : measured.value().subtract(least);
        return Optional.of(ScoringRule.quotient(measured.maxPoints().multiply(above), most.subtract(least)));
    }

    @Override
    public String canonical() {
        return CODE + " direction=" + directionCode;
    }

    @Override
    public Optional<String> direction() {
        return Optional.of(directionCode);
    }
}
