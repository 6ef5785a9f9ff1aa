package vn.xephang.read;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import vn.xephang.model.LandingFile;
import vn.xephang.model.Metric;
import vn.xephang.schema.CodeLists;
import vn.xephang.schema.LandingContract;
import vn.xephang.schema.LandingContractLoader;
import vn.xephang.schema.Problems;
import vn.xephang.schema.SchemaFiles;

/** The publisher's own workbooks, kept outside the project, and the shipped landing contracts. */
public final class RealBooks {

    private static final Path HOME = Path.of(System.getProperty("xephang.home", "."));

    private RealBooks() {}

    public static Path home() {
        return HOME;
    }

    public static Path file(String name) {
        Path file = HOME.resolve("../shared/data").resolve(name).normalize();
        if (!Files.exists(file)) {
            fail("Cannot find " + file + ": these tests need the real workbooks in shared/data beside the project");
        }
        return file;
    }

    /** The PCI workbook of a year, 2005-2016. */
    public static Path pci(int year) {
        return file("pci/PCI_" + year + (year < 2012 ? ".xls" : ".xlsx"));
    }

    public static List<Integer> pciYears() {
        return IntStream.rangeClosed(2005, 2016).boxed().toList();
    }

    public static List<LandingContract> contracts() {
        Problems problems = new Problems();
        List<LandingContract> contracts =
                LandingContractLoader.load(new SchemaFiles(List.of(HOME.resolve("schemas"))), problems);
        problems.refuseIfAny();
        return contracts;
    }

    public static List<Metric> metrics() {
        Problems problems = new Problems();
        List<Metric> metrics = CodeLists.load(new SchemaFiles(List.of(HOME.resolve("schemas"))), problems)
                .metrics();
        problems.refuseIfAny();
        return metrics;
    }

    /** The visible sheets of a workbook. */
    static List<Grid> sheets(Path book) {
        try {
            return book.toString().endsWith("x") ? XlsxBook.read(book) : XlsBook.read(book);
        } catch (IOException | RefusedFile e) {
            throw new AssertionError("Cannot read " + book, e);
        }
    }

    /** A delivery of that file from a source. */
    public static LandingFile delivered(String source, Path path) {
        try {
            return new LandingFile(
                    "d1",
                    source,
                    source + "/" + path.getFileName(),
                    "",
                    Files.size(path),
                    Instant.EPOCH,
                    path.toString());
        } catch (IOException e) {
            throw new AssertionError("Cannot read " + path, e);
        }
    }
}
