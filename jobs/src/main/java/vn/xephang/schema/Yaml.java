package vn.xephang.schema;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A mapping of a YAML declaration whose accessors collect problems with file and line instead of throwing, and give
 * a harmless default so that reading goes on to the next problem. Keys that nobody asked for are problems too: call
 * {@link #refuseUnknownKeys} last.
 */
public final class Yaml {

    private static final LoaderOptions OPTIONS = new LoaderOptions();
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");

    /** The accessors know what a text should be; trying every scalar for numbers and dates is most of the parsing. */
    private static final class TextOrNothing extends Resolver {
        @Override
        protected void addImplicitResolvers() {}

        @Override
        public Tag resolve(NodeId kind, String value, boolean isPlain) {
            if (kind == NodeId.scalar) {
                return isPlain && NOTHING.contains(value) ? Tag.NULL : Tag.STR;
            }
            return kind == NodeId.sequence ? Tag.SEQ : Tag.MAP;
        }
    }

    private final String file;
    private final Problems problems;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();

    private Yaml(String file, Problems problems, Node node) {
        this.file = file;
        this.problems = problems;
        this.line = node == null ? 0 : node.getStartMark().getLine() + 1;
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = ((ScalarNode) tuple.getKeyNode()).getValue();
                if (values.put(key, tuple.getValueNode()) != null) {
                    problems.add(file, lineOf(tuple.getKeyNode()), "Key '" + key + "' stands twice");
                }
                lines.put(key, lineOf(tuple.getKeyNode()));
            }
        } else {
            problems.add(file, line, "Expected a mapping (key: value)");
        }
    }

    /** Parses one document; syntax trouble becomes a problem and an empty mapping. */
    public static Yaml parse(String file, String text, Problems problems) {
        try {
            ParserImpl parser = new ParserImpl(new StreamReader(text), OPTIONS);
            return new Yaml(file, problems, new Composer(parser, new TextOrNothing(), OPTIONS).getSingleNode());
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            problems.add(file, line, "Cannot parse YAML: " + e.getProblem());
            return new Yaml(file, new Problems(), null);
        }
    }

    /** The documents of a folder by name. */
    static SortedMap<String, Yaml> parseAll(SchemaFiles files, String folder, Problems problems) {
        SortedMap<String, Yaml> parsed = new TreeMap<>();
        files.texts(folder, ".yaml", problems).forEach((name, text) -> parsed.put(name, parse(name, text, problems)));
        return parsed;
    }

    public String file() {
        return file;
    }

    /** Line of this mapping, from 1. */
    public int line() {
        return line;
    }

    /** Line of a key, or of this mapping when the key is absent. */
    public int lineOf(String key) {
        return lines.getOrDefault(key, line);
    }

    public void problem(String key, String message) {
        problems.add(file, lineOf(key), message);
    }

    public boolean has(String key) {
        return values.containsKey(key) && !isNull(values.get(key));
    }

    /** A required text. */
    public String text(String key) {
        return optionalText(key).orElseGet(() -> {
            problem(key, "Missing '" + key + "'");
            return "";
        });
    }

    public Optional<String> optionalText(String key) {
        if (!has(key)) {
            return Optional.empty();
        }
        return scalar(key, values.get(key));
    }

    /** A required text out of a closed set. */
    public String oneOf(String key, Set<String> allowed) {
        String text = text(key);
        if (has(key) && !allowed.contains(text)) {
            problem(
                    key,
                    "Invalid " + key + " '" + text + "'; one of "
                            + allowed.stream().sorted().toList());
        }
        return text;
    }

    /** A required whole number. */
    public int number(String key) {
        return parse(key, text(key), Integer::valueOf, "a whole number", 0);
    }

    /** An exact decimal; write it in quotes so that no reader rounds it. */
    public BigDecimal decimal(String key) {
        return parse(key, text(key), BigDecimal::new, "a decimal number", BigDecimal.ZERO);
    }

    public boolean flag(String key, boolean otherwise) {
        Optional<String> text = optionalText(key);
        if (text.isPresent() && !Set.of("true", "false").contains(text.get())) {
            problem(key, "Invalid " + key + " '" + text.get() + "'; true or false");
        }
        return text.map("true"::equals).orElse(otherwise);
    }

    /** A required date, YYYY-MM-DD. */
    public LocalDate date(String key) {
        return parse(key, text(key), LocalDate::parse, "a date (YYYY-MM-DD)", LocalDate.EPOCH);
    }

    /** A list of texts; empty when absent. A single text counts as a list of one. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        if (has(key)) {
            Node node = values.get(key);
            List<Node> items = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
            items.forEach(item -> scalar(key, item).ifPresent(texts::add));
        }
        return texts;
    }

    /** A list of whole numbers; empty when absent. */
    public List<Integer> numbers(String key) {
        return texts(key).stream()
                .map(text -> parse(key, text, Integer::valueOf, "a whole number", 0))
                .toList();
    }

    /** Whether a key leads to a nested mapping. */
    public boolean isMap(String key) {
        return values.get(key) instanceof MappingNode;
    }

    /** A nested mapping; empty when absent. */
    public Optional<Yaml> map(String key) {
        return has(key) ? Optional.of(new Yaml(file, problems, values.get(key))) : Optional.empty();
    }

    /** A list of mappings; empty when absent. */
    public List<Yaml> maps(String key) {
        List<Yaml> maps = new ArrayList<>();
        if (has(key)) {
            if (values.get(key) instanceof SequenceNode sequence) {
                sequence.getValue().forEach(item -> maps.add(new Yaml(file, problems, item)));
            } else {
                problem(key, "Expected a list under '" + key + "'");
            }
        }
        return maps;
    }

    /** A problem for each key outside the given ones. */
    public void refuseUnknownKeys(Set<String> known) {
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                problem(
                        key,
                        "Unknown key '" + key + "'; known: "
                                + known.stream().sorted().toList());
            }
        }
    }

    private Optional<String> scalar(String key, Node node) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        problems.add(file, lineOf(node), "Expected a plain value for '" + key + "'");
        return Optional.empty();
    }

    private <T> T parse(String key, String text, Parser<T> parser, String what, T otherwise) {
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return parser.parse(text);
        } catch (NumberFormatException | DateTimeParseException e) {
            problem(key, "Invalid " + key + " '" + text + "'; expected " + what);
            return otherwise;
        }
    }

    private static boolean isNull(Node node) {
        return Tag.NULL.equals(node.getTag());
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private interface Parser<T> {
        T parse(String text);
    }
}
