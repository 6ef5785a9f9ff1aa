package vn.xephang.schema;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One spelling per meaning, so that equal rules have equal hashes however they were written. */
final class CanonicalText {

    private CanonicalText() {}

    /** {@code 0.50} and {@code 0.5} are the same number. */
    static String of(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
