package vn.xephang.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.xephang.model.CodeRow;

class PublishedRatingWordsTest {

    private static final Path HOME = Path.of(System.getProperty("xephang.home", "."));

    @Test
    void everyClassOfThePublishedFilesHasItsEnglishWord() throws IOException {
        Problems problems = new Problems();
        Set<String> declared =
                CodeLists.load(new SchemaFiles(List.of(HOME.resolve("schemas"))), problems).codes().stream()
                        .filter(row -> row.listCode().equals("published_rating"))
                        .map(CodeRow::code)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(List.of(), problems.found());
        assertEquals(published(), declared);
    }

    private static Set<String> published() throws IOException {
        Set<String> classes = new TreeSet<>();
        try (Stream<Path> files = Files.list(HOME.resolve("examples/landing/vcci"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                List<String> lines = Files.readAllLines(file);
                int column = Arrays.asList(lines.get(0).split(",", -1)).indexOf("published_rating");
                for (String line : column < 0 ? List.<String>of() : lines.subList(1, lines.size())) {
                    classes.add("pci/" + line.split(",", -1)[column]);
                }
            }
        }
        classes.remove("pci/");
        return classes;
    }
}
