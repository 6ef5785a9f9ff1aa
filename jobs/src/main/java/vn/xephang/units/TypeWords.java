package vn.xephang.units;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import vn.xephang.model.OrgUnitTypeWord;

/** Words before a name that say what kind of unit it is: "tỉnh", "tp", "huyện". */
final class TypeWords {

    private final List<Word> words = new ArrayList<>();
    private final Map<String, String> wordOfType = new HashMap<>();

    private record Word(String key, Set<String> types) {}

    /** A key without its type word, and the types that the word may stand for; none where there was no word. */
    record Stripped(String key, Set<String> types) {}

    TypeWords(List<OrgUnitTypeWord> declared, UnaryOperator<String> key) {
        Map<String, Set<String>> types = new LinkedHashMap<>();
        for (OrgUnitTypeWord word : declared) {
            types.computeIfAbsent(key.apply(word.typeWord()), none -> new TreeSet<>())
                    .add(word.orgUnitType());
            wordOfType.putIfAbsent(word.orgUnitType(), word.typeWord());
        }
        types.forEach((word, of) -> words.add(new Word(word, of)));
        words.sort((a, b) -> Integer.compare(b.key().length(), a.key().length()));
    }

    /** The longest word in front goes. A number stands as such only behind a word: "Quận 1", "P1", not "1". */
    Stripped strip(String key) {
        for (Word word : words) {
            if (key.startsWith(word.key() + " ")) {
                return new Stripped(plainNumber(key.substring(word.key().length() + 1)), word.types());
            }
            if (key.startsWith(word.key()) && isNumber(key.substring(word.key().length()))) {
                return new Stripped(plainNumber(key.substring(word.key().length())), word.types());
            }
        }
        return new Stripped(isNumber(key) ? "" : key, Set.of());
    }

    /** The word for a type, as a message writes it. */
    Optional<String> word(String type) {
        return Optional.ofNullable(wordOfType.get(type));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String plainNumber(String text) {
        return isNumber(text) ? "#" + text.replaceFirst("^0+(?=.)", "") : text;
    }
}
