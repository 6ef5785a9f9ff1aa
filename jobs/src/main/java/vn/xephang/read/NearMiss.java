package vn.xephang.read;

import java.text.Normalizer;

/** Whether a header is another one misspelt: the same letters without their accents, or a slip or two of the hand. */
final class NearMiss {

    /** One slip for so many letters, and at most two. */
    private static final int LETTERS_PER_SLIP = 5;

    private static final int MOST_SLIPS = 2;

    private NearMiss() {}

    static boolean is(String written, String meant) {
        String a = letters(written);
        String b = letters(meant);
        int allowed = Math.min(MOST_SLIPS, b.length() / LETTERS_PER_SLIP);
        return a.equals(b) || Math.abs(a.length() - b.length()) <= allowed && slips(a, b) <= allowed;
    }

    /** As headers are compared, without accents and marks. */
    private static String letters(String text) {
        return Normalizer.normalize(HeaderText.normal(text), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** Letters to change, add or leave out, two swapped neighbours counting as one. */
    private static int slips(String a, String b) {
        int[][] least = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                least[i][j] = i == 0 || j == 0 ? i + j : step(least, a, b, i, j);
            }
        }
        return least[a.length()][b.length()];
    }

    private static int step(int[][] least, String a, String b, int i, int j) {
        boolean isSame = a.charAt(i - 1) == b.charAt(j - 1);
        int best = Math.min(least[i - 1][j - 1] + (isSame ? 0 : 1), 1 + Math.min(least[i - 1][j], least[i][j - 1]));
        boolean isSwapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return isSwapped ? Math.min(best, least[i - 2][j - 2] + 1) : best;
    }
}
