package vn.xephang.units;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The ways in which names are compared, tried in turn: the name as it is, without its type word, without its marks,
 * without both, without spaces too ("Hanoi"). Those of a declared name are made once, however many maps it stands on.
 */
final class NameKeys {

    /** How many ways there are. */
    static final int WAYS = 5;

    private final TypeWords exactWords;
    private final TypeWords foldedWords;
    private final Map<String, List<String>> ofDeclared = new HashMap<>();

    NameKeys(TypeWords exactWords, TypeWords foldedWords) {
        this.exactWords = exactWords;
        this.foldedWords = foldedWords;
    }

    /** One key for each way, in their order. */
    List<String> ofDeclared(String name) {
        List<String> keys = ofDeclared.get(name);
        if (keys == null) {
            String exact = UnitNameKey.exact(name);
            String folded = UnitNameKey.foldedOf(exact);
            String bare = foldedWords.strip(folded).key();
            keys = List.of(exact, exactWords.strip(exact).key(), folded, bare, withoutSpaces(bare));
            ofDeclared.put(name, keys);
        }
        return keys;
    }

    /** The key of what a file wrote, and the types that its type word may stand for. @param way from 0 */
    TypeWords.Stripped ofWritten(String name, int way) {
        String exact = UnitNameKey.exact(name);
        return switch (way) {
            case 0 -> new TypeWords.Stripped(exact, Set.of());
            case 1 -> exactWords.strip(exact);
            case 2 -> new TypeWords.Stripped(UnitNameKey.foldedOf(exact), Set.of());
            case 3 -> foldedWords.strip(UnitNameKey.foldedOf(exact));
            default -> {
                TypeWords.Stripped bare = foldedWords.strip(UnitNameKey.foldedOf(exact));
                yield new TypeWords.Stripped(withoutSpaces(bare.key()), bare.types());
            }
        };
    }

    private static String withoutSpaces(String key) {
        return key.replace(" ", "");
    }
}
