package vn.xephang.cli;

import java.io.PrintStream;
import picocli.CommandLine.Option;
import vn.xephang.answer.Table;

/** How a command prints its table. */
final class OutputOptions {

    @Option(
            names = "--format",
            paramLabel = "table|csv|json",
            defaultValue = "table",
            description = "table for people; csv and json are stable, for machines (default: ${DEFAULT-VALUE}).")
    private TablePrinter.Format format;

    @Option(
            names = "--excel",
            description = "CSV that a Vietnamese Excel opens: byte order mark, semicolons, decimal commas.")
    private boolean isForExcel;

    boolean isForPeople() {
        return format == TablePrinter.Format.TABLE && !isForExcel;
    }

    void print(Table table) {
        PrintStream out = System.out;
        new TablePrinter(out).print(table, isForExcel ? TablePrinter.Format.CSV : format, isForExcel);
        out.flush();
    }
}
