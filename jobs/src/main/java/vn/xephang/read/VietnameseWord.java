package vn.xephang.read;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a word can be a Vietnamese syllable by its spelling: first consonant, rhyme of the closed list, one tone at
 * most, and only the two sharp tones before c, ch, p, t. Source of the list: the rhymes of the school alphabet (quốc ngữ).
 */
final class VietnameseWord {

    private static final Pattern TONES = Pattern.compile("[\u0300\u0301\u0303\u0309\u0323]");
    private static final Pattern SHARP = Pattern.compile("[\u0301\u0323]");
    private static final Pattern SYLLABLE =
            Pattern.compile("(?<first>ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?(?<rhyme>.+)");
    private static final Pattern STOPPED = Pattern.compile(".*(c|ch|p|t)");

    private static final Set<String> RHYMES = Set.of(("a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt "
                    + "â âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng "
                    + "iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng "
                    + "oăt oc oe oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân "
                    + "uâng uât uây uc uê uêch uên uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt "
                    + "uyt uynh uyu ư ưa ưc ưi ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu ưm y yêm yên yêng yêt yêu "
                    + "êc uăng uăc uăm uăn uăt")
            .split(" "));

    private VietnameseWord() {}

    /** @param word letters only */
    static boolean isPossible(String word) {
        String parts = Normalizer.normalize(word, Normalizer.Form.NFD).toLowerCase(java.util.Locale.ROOT);
        Matcher tones = TONES.matcher(parts);
        long count = tones.results().count();
        String plain = Normalizer.normalize(tones.replaceAll(""), Normalizer.Form.NFC);
        boolean isDull = count == 1 && !SHARP.matcher(parts).find();
        return count <= 1 && !(isDull && STOPPED.matcher(plain).matches()) && isSpelt(plain);
    }

    /** "gi" and "qu" eat a vowel that may also belong to the rhyme ("gì", "giếng", "quốc"). */
    private static boolean isSpelt(String plain) {
        Matcher syllable = SYLLABLE.matcher(plain);
        if (!syllable.matches()) {
            return false;
        }
        String first = syllable.group("first") == null ? "" : syllable.group("first");
        String rhyme = syllable.group("rhyme");
        boolean eatsVowel = first.equals("gi") || first.equals("qu");
        return RHYMES.contains(rhyme)
                || (eatsVowel && RHYMES.contains(first.charAt(1) + rhyme))
                || (plain.equals("gi"));
    }
}
