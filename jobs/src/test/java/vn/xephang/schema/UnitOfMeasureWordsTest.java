package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.xephang.model.CodeRow;
import vn.xephang.model.Metric;

class UnitOfMeasureWordsTest {

    private static final Path HOME = Path.of(System.getProperty("xephang.home", "."));

    @Test
    void everyUnitOfMeasureOfAMetricHasWordsInBothLanguages() {
        Problems problems = new Problems();
        CodeLists lists = CodeLists.load(new SchemaFiles(List.of(HOME.resolve("schemas"))), problems);
        List<CodeRow> words = lists.codes().stream()
                .filter(row -> row.listCode().equals("unit_of_measure"))
                .toList();

        assertEquals(List.of(), problems.found());
        assertEquals(unitsOf(lists.metrics()), words.stream().map(CodeRow::code).collect(Collectors.toSet()));
        for (CodeRow word : words) {
            assertFalse(word.nameVi().isBlank() || word.nameEn().isBlank(), word.code());
        }
    }

    private static Set<String> unitsOf(List<Metric> metrics) {
        return metrics.stream().map(Metric::unitOfMeasure).collect(Collectors.toCollection(TreeSet::new));
    }
}
