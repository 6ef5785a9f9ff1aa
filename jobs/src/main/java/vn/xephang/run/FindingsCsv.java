package vn.xephang.run;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import vn.xephang.model.Finding;

/** Findings as CSV, in both languages, for the sender of a file. */
final class FindingsCsv {

    private FindingsCsv() {}

    static String of(List<Finding> findings) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            write(csv, findings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(CsvWriter csv, List<Finding> findings) {
        csv.writeRecord(
                "code",
                "severity",
                "landing_file",
                "sheet",
                "cell",
                "found",
                "how_to_fix",
                "message",
                "how_to_fix_en",
                "message_en");
        for (Finding finding : findings) {
            csv.writeRecord(
                    finding.code().name(),
                    finding.severity().code(),
                    finding.landingFile(),
                    finding.sheet(),
                    finding.cell(),
                    finding.found(),
                    finding.howToFixVi(),
                    finding.messageVi(),
                    finding.howToFixEn(),
                    finding.messageEn());
        }
    }
}
