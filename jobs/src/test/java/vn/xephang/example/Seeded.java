package vn.xephang.example;

import java.nio.charset.StandardCharsets;

/** Made-up numbers that depend on their names and the seed alone: no order of drawing, no clock, no platform. */
final class Seeded {

    private static final long SEED = 20260101L;

    private Seeded() {}

    /** From 0 up to, not including, 1. */
    static double uniform(Object... names) {
        return (hash(names) >>> 11) * 0x1.0p-53;
    }

    /** Bell-shaped around 0, most between -2 and 2, none beyond 6. */
    static double bell(Object... names) {
        long state = hash(names);
        double sum = 0;
        for (int i = 0; i < 12; i++) {
            state += 0x9E3779B97F4A7C15L;
            sum += (mixed(state) >>> 11) * 0x1.0p-53;
        }
        return sum - 6;
    }

    /** A whole number from 0 to {@code bound} - 1. */
    static int below(int bound, Object... names) {
        return (int) (uniform(names) * bound);
    }

    private static long hash(Object... names) {
        long hash = 0xCBF29CE484222325L ^ SEED;
        for (Object name : names) {
            for (byte b : name.toString().getBytes(StandardCharsets.UTF_8)) {
                hash = (hash ^ (b & 0xFF)) * 0x100000001B3L;
            }
            hash = (hash ^ '|') * 0x100000001B3L;
        }
        return mixed(hash);
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
