package vn.xephang.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.xephang.answer.RankQuestion;
import vn.xephang.model.Participant;
import vn.xephang.model.Release;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.LandingContract;
import vn.xephang.score.YearData;
import vn.xephang.view.Catalogue;
import vn.xephang.view.CatalogueBuilder;

/**
 * Goes once through everything that a short run needs, so that the launcher can keep the classes it loaded. Works on
 * made-up books in a throw-away lake.
 */
@Command(name = "train", hidden = true, description = "Used by the launcher to prepare fast starts.")
final class TrainCommand implements Callable<Integer> {

    private static final int XLS_YEAR = 2007;
    private static final int XLSX_YEAR = 2013;
    private static final double FIRST_VALUE = 3;
    private static final double STEP = 0.01;

    @Mixin
    private LakeOptions options;

    @Override
    public Integer call() {
        Declarations declarations = options.declarations();
        Path landing = options.lake().landing().resolve("vcci");
        writeBook(declarations, XLS_YEAR, new HSSFWorkbook(), landing.resolve("training.xls"));
        writeBook(declarations, XLSX_YEAR, new XSSFWorkbook(), landing.resolve("training.xlsx"));
        copyExample(landing);
        int code = RunCommand.run(options);
        RunCommand.run(options);
        Path served = options.lake().current();
        CatalogueBuilder.of(declarations.files())
                .build(served, served.resolve("training-" + Release.CATALOGUE), 2, "512MB");
        try (Catalogue catalogue = options.catalogue(Optional.empty())) {
            new OutputOptions()
                    .print(new RankQuestion(
                                    "pci",
                                    XLSX_YEAR,
                                    YearData.AS_WAS,
                                    Optional.empty(),
                                    "final",
                                    Optional.of("Long An"),
                                    Optional.empty())
                            .answer(declarations, catalogue));
        }
        return code;
    }

    private static void copyExample(Path landing) {
        try {
            Files.copy(
                    LakeOptions.home().resolve("examples/landing/vcci/pci-2016.csv"), landing.resolve("training.csv"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy an example", e);
        }
    }

    /** A book of the layout that a contract describes, with made-up values for every expected unit. */
    private static void writeBook(Declarations declarations, int year, Workbook book, Path file) {
        LandingContract contract = declarations.contracts().stream()
                .filter(one -> one.format() == LandingContract.Format.WORKBOOK
                        && one.years().contains(year))
                .findFirst()
                .orElseThrow();
        List<Participant> units = declarations
                .scorecards()
                .find("pci")
                .orElseThrow()
                .participants(year, declarations.codeLists().orgUnits());
        try (book;
                OutputStream out = Files.newOutputStream(
                        Files.createDirectories(file.getParent()).resolve(file.getFileName()))) {
            contract.tables().forEach(table -> writeTable(book.createSheet(table.tableCode()), table, year, units));
            book.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private static void writeTable(Sheet sheet, LandingContract.Table table, int year, List<Participant> units) {
        Row header = sheet.createRow(0);
        int column = 0;
        for (LandingContract.Block block : table.blocks()) {
            writeColumn(sheet, column, units, true);
            header.createCell(column++).setCellValue(column == 1 ? table.names().get(0) : "");
            for (LandingContract.Column value : block.columns()) {
                writeColumn(sheet, column, units, false);
                header.createCell(column++).setCellValue(value.header().replace(LandingContract.YEAR, "" + year));
            }
        }
    }

    private static void writeColumn(Sheet sheet, int column, List<Participant> units, boolean isNames) {
        for (int i = 0; i < units.size(); i++) {
            Row row = Optional.ofNullable(sheet.getRow(i + 1)).orElseGet(newRow(sheet, i + 1));
            if (isNames) {
                row.createCell(column).setCellValue(units.get(i).orgUnitNameVi());
            } else {
                row.createCell(column).setCellValue(FIRST_VALUE + i * STEP);
            }
        }
    }

    private static Supplier<Row> newRow(Sheet sheet, int index) {
        return () -> sheet.createRow(index);
    }
}
