package vn.xephang.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.xephang.model.Release;
import vn.xephang.view.CatalogueBuilder;

/**
 * Goes once through everything that a short run needs, so that the launcher can keep the classes it loaded. Works on
 * shipped examples in a throw-away lake.
 */
@Command(name = "train", hidden = true, description = "Used by the launcher to prepare fast starts.")
final class TrainCommand implements Callable<Integer> {

    private static final int YEAR = 2016;

    @Mixin
    private LakeOptions options;

    @Override
    public Integer call() {
        try {
            deliver();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot copy the examples", e);
        }
        int code = RunCommand.run(options);
        RunCommand.run(options);
        Path served = options.lake().current();
        CatalogueBuilder.of(options.declarations().files())
                .build(served, served.resolve("training-" + Release.CATALOGUE), 2, "512MB");
        String lake = options.lake().root().toString();
        return Math.max(code, Xephang.execute("rank", "pci", "" + YEAR, "--unit", "Long An", "--lake", lake));
    }

    /** One file of each format. */
    private void deliver() throws IOException {
        Path examples = LakeOptions.home().resolve("examples/landing");
        Path landing = options.lake().landing();
        Files.createDirectories(landing.resolve("vcci"));
        Files.createDirectories(landing.resolve("justice"));
        Files.copy(examples.resolve("vcci/pci-" + YEAR + ".csv"), landing.resolve("vcci/training.csv"));
        Files.copy(
                examples.resolve("justice/huyen-long-an-2018-nam-chinh-thuc-SYNTHETIC.xlsx"),
                landing.resolve("justice/training.xlsx"));
        writeAsXls(
                examples.resolve("justice/huyen-long-an-2019-nam-chinh-thuc-SYNTHETIC.xlsx"),
                landing.resolve("justice/training.xls"));
    }

    /** The same cells in the older format. */
    private static void writeAsXls(Path xlsx, Path xls) throws IOException {
        try (InputStream in = Files.newInputStream(xlsx);
                Workbook from = new XSSFWorkbook(in);
                Workbook to = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(xls)) {
            for (Sheet sheet : from) {
                Sheet copy = to.createSheet(sheet.getSheetName());
                for (Row row : sheet) {
                    Row copied = copy.createRow(row.getRowNum());
                    row.forEach(cell -> write(cell, copied.createCell(cell.getColumnIndex())));
                }
            }
            to.write(out);
        }
    }

    private static void write(Cell from, Cell to) {
        if (from.getCellType() == CellType.NUMERIC) {
            to.setCellValue(from.getNumericCellValue());
        } else {
            to.setCellValue(from.getStringCellValue());
        }
    }
}
