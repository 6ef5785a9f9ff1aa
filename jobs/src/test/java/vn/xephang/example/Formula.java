package vn.xephang.example;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/** The formula of a derived metric: numbers, metric codes, + * / and brackets; two decimals. */
final class Formula {

    private final String text;
    private final Map<String, BigDecimal> values;
    private int at;

    private Formula(String text, Map<String, BigDecimal> values) {
        this.text = text.replace(" ", "");
        this.values = values;
    }

    /** Empty where it would divide by zero. */
    static Optional<BigDecimal> of(String text, Map<String, BigDecimal> valuesByMetric) {
        try {
            return Optional.of(new Formula(text, valuesByMetric).sum().setScale(2, RoundingMode.HALF_UP));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    private BigDecimal sum() {
        BigDecimal value = product();
        while (at < text.length() && text.charAt(at) == '+') {
            at++;
            value = value.add(product());
        }
        return value;
    }

    private BigDecimal product() {
        BigDecimal value = one();
        while (at < text.length() && (text.charAt(at) == '*' || text.charAt(at) == '/')) {
            boolean isDivision = text.charAt(at++) == '/';
            BigDecimal next = one();
            value = isDivision ? value.divide(next, MathContext.DECIMAL64) : value.multiply(next);
        }
        return value;
    }

    private BigDecimal one() {
        if (text.charAt(at) == '(') {
            at++;
            BigDecimal inner = sum();
            at++;
            return inner;
        }
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        String word = text.substring(from, at);
        return Character.isDigit(word.charAt(0)) ? new BigDecimal(word) : values.get(word);
    }
}
