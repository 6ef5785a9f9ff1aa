package vn.xephang.read;

import java.util.Arrays;
import java.util.Random;

/** Damage as copying and disks do it: changed bytes, a lost end, a lost or repeated piece, a piece of zeros. */
final class ByteMutations {

    private static final int MOST_CHANGED = 64;

    private ByteMutations() {}

    static byte[] mutated(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        int at = random.nextInt(bytes.length);
        int length = 1 + random.nextInt(Math.min(4096, bytes.length));
        int end = Math.min(bytes.length, at + length);
        switch (random.nextInt(5)) {
            case 0 -> {
                for (int i = 1 + random.nextInt(MOST_CHANGED); i > 0; i--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
            }
            case 1 -> bytes = Arrays.copyOf(bytes, at);
            case 2 -> bytes = joined(bytes, at, bytes, end);
            case 3 -> bytes = joined(bytes, end, bytes, at);
            default -> Arrays.fill(bytes, at, end, (byte) 0);
        }
        return bytes;
    }

    private static byte[] joined(byte[] first, int until, byte[] second, int from) {
        byte[] both = Arrays.copyOf(first, until + second.length - from);
        System.arraycopy(second, from, both, until, second.length - from);
        return both;
    }
}
