package vn.xephang.view;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.xephang.schema.Problems;
import vn.xephang.schema.SchemaFiles;

/**
 * One view of {@code schemas/views/marts}: its header, its query and its check.
 *
 * @param key columns that make a row unique, an empty value counting as a value; empty where rows have no key
 * @param columns column -> meaning, in order
 * @param checkSql a query that returns no rows while the view is right
 */
public record ViewFile(
        String name,
        String grain,
        List<String> key,
        Kept kept,
        Map<String, String> columns,
        String sql,
        String checkSql) {

    /** How the catalogue keeps a view. */
    public enum Kept {
        VIEW,
        TABLE
    }

    private static final String FOLDER = "views/marts";
    private static final String CHECK = ".check.sql";
    private static final Pattern HEADER = Pattern.compile("-- (grain|key|materialized|column (\\w+)): (.+)");
    private static final Pattern REFERENCE = Pattern.compile("\\bmart\\.(\\w+)");
    private static final Pattern FILE_READ =
            Pattern.compile("\\bread_\\w+\\s*\\(|\\bfrom\\s+'", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENT = Pattern.compile("(?m)--.*$");

    /** All views by name; what is wrong with a file becomes a problem. */
    public static SortedMap<String, ViewFile> load(SchemaFiles files, Problems problems) {
        SortedMap<String, String> texts = files.texts(FOLDER, ".sql", problems);
        SortedMap<String, ViewFile> views = new TreeMap<>();
        texts.forEach((file, text) -> {
            if (!file.endsWith(CHECK)) {
                String name = file.substring(FOLDER.length() + 1, file.length() - ".sql".length());
                String check = texts.getOrDefault(FOLDER + "/" + name + CHECK, "");
                views.put(name, parse(file, name, text, check, problems));
            }
        });
        views.values().forEach(view -> view.refuseUnknownReferences(views.keySet(), problems));
        return views;
    }

    /** Other views that this one reads. */
    SortedSet<String> reads() {
        SortedSet<String> names = new TreeSet<>();
        Matcher reference = REFERENCE.matcher(COMMENT.matcher(sql).replaceAll(""));
        while (reference.find()) {
            names.add(reference.group(1));
        }
        return names;
    }

    private static ViewFile parse(String file, String name, String text, String check, Problems problems) {
        Header header = new Header();
        List<String> lines = text.lines().toList();
        int line = 0;
        while (line < lines.size() && lines.get(line).startsWith("--")) {
            header.read(file, line + 1, lines.get(line), problems);
            line++;
        }
        String sql = String.join("\n", lines.subList(line, lines.size())).strip();
        header.check(file, problems);
        if (FILE_READ.matcher(sql).find()) {
            problems.add(file, 0, "A mart names no files; read stg.<table> or mart.<view>");
        }
        if (check.isBlank()) {
            problems.add(file, 0, "Missing " + FOLDER + "/" + name + CHECK);
        }
        return new ViewFile(
                name,
                header.grain,
                List.copyOf(header.key),
                header.kept,
                Collections.unmodifiableMap(header.columns),
                sql,
                check.strip());
    }

    private void refuseUnknownReferences(Set<String> known, Problems problems) {
        for (String read : reads()) {
            if (!known.contains(read)) {
                problems.add(FOLDER + "/" + name + ".sql", 0, "Reads mart." + read + ", which no file declares");
            }
        }
    }

    private static final class Header {
        private String grain = "";
        private final List<String> key = new ArrayList<>();
        private Kept kept = Kept.VIEW;
        private final Map<String, String> columns = new LinkedHashMap<>();

        private void read(String file, int line, String text, Problems problems) {
            Matcher header = HEADER.matcher(text);
            if (!header.matches()) {
                problems.add(
                        file,
                        line,
                        "Cannot read '" + text
                                + "'; expected -- grain:, -- key:, -- materialized: or -- column <name>:");
                return;
            }
            String value = header.group(3).strip();
            switch (header.group(1)) {
                case "grain" -> grain = value;
                case "key" -> key.addAll(List.of(value.split(",\\s*")));
                case "materialized" -> kept(file, line, value, problems);
                default -> column(file, line, header.group(2), value, problems);
            }
        }

        private void kept(String file, int line, String value, Problems problems) {
            if (value.equals("table")) {
                kept = Kept.TABLE;
            } else if (!value.equals("view")) {
                problems.add(file, line, "Invalid materialized '" + value + "'; table or view");
            }
        }

        private void column(String file, int line, String column, String meaning, Problems problems) {
            if (columns.put(column, meaning) != null) {
                problems.add(file, line, "Column '" + column + "' stands twice");
            }
        }

        private void check(String file, Problems problems) {
            if (grain.isEmpty()) {
                problems.add(file, 0, "Missing '-- grain: One row per ...'");
            }
            if (columns.isEmpty()) {
                problems.add(file, 0, "Missing '-- column <name>: <meaning>'");
            }
            if (!columns.keySet().containsAll(key)) {
                problems.add(file, 0, "The key " + key + " is not among the columns");
            }
        }
    }
}
