package vn.xephang.schema;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What stands in forms where there is no figure, and the observation status that it means, for contracts that ask. */
final class MissingTexts {

    /** In a contract: {@code no_figure: shared}. */
    static final String SHARED = "shared";

    private static final String FILE = "codelists/missing_value_texts.csv";

    private MissingTexts() {}

    /** Text -> observation status. */
    static Map<String, String> load(SchemaFiles files, Problems problems) {
        Map<String, String> statuses = new TreeMap<>();
        if (!files.names(FILE, "").isEmpty()) {
            CodeList.read(files, FILE, Set.of("text", "observation_status"), row -> put(statuses, row), problems);
        }
        return statuses;
    }

    private static String put(Map<String, String> statuses, NamedCsvRecord row) {
        String text = row.getField("text");
        String status = row.getField("observation_status");
        if (!LandingContractLoader.NO_FIGURE.contains(status)) {
            throw new IllegalArgumentException("Unknown observation_status '" + status + "'; one of "
                    + LandingContractLoader.NO_FIGURE.stream().sorted().toList());
        }
        if (statuses.put(text, status) != null) {
            throw new IllegalArgumentException("'" + text + "' stands twice");
        }
        return text;
    }
}
