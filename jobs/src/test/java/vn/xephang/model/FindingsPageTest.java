package vn.xephang.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** {@code docs/findings.md} lists the whole catalogue; {@code -Dgolden.write=true} writes it anew and fails. */
class FindingsPageTest {

    private static final Path PAGE = Path.of(System.getProperty("xephang.home", "."), "docs", "findings.md");

    @Test
    void thePageListsEveryCodeWithItsSentences() throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(PAGE, page());
            fail("golden.write is set: " + PAGE + " is written anew, to be read before it is committed");
        }
        assertEquals(page(), Files.readString(PAGE));
    }

    @Test
    void everyCodeHasItsSentenceAndItsFixInBothLanguages() {
        for (FindingCodeRow row : FindingCodeRow.all()) {
            for (String text : List.of(row.messageVi(), row.messageEn(), row.howToFixVi(), row.howToFixEn())) {
                assertFalse(text.isBlank(), row.code());
                assertEquals(text.strip(), text, row.code());
            }
            assertTrue(row.howToFixVi().endsWith(".") && row.howToFixEn().endsWith("."), row.code());
            assertFalse(row.messageVi().endsWith(".") || row.messageEn().endsWith("."), row.code());
        }
    }

    @Test
    void onlyAnErrorKeepsSomethingOut() {
        for (FindingCode code : FindingCode.values()) {
            assertTrue(code.severity() == Severity.ERROR || code.blocks() == Blocks.NOTHING, code.name());
        }
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Findings

                Everything that can be said of delivered data. `{found}` stands for what was found, `{expected}` for what would \
                have been right. An error keeps out what the second column says (a contract may widen a cell to its form or \
                file, see [landing contracts](../schemas/landing/README.md)); a warning or an info keeps nothing out.

                """);
        for (Severity severity : Severity.values()) {
            page.append("## ").append(severity.code()).append("\n\n");
            page.append("| Code | Keeps out | What it says | What to do |\n|---|---|---|---|\n");
            FindingCodeRow.all().stream()
                    .filter(row -> row.severity().equals(severity.code()))
                    .forEach(row -> page.append(line(row)));
            page.append('\n');
        }
        return page.toString().strip() + "\n";
    }

    private static String line(FindingCodeRow row) {
        return String.join(
                " | ",
                Arrays.asList(
                        "| `" + row.code() + "`",
                        row.blocks().toLowerCase(Locale.ROOT),
                        row.messageVi() + "<br>" + row.messageEn(),
                        row.howToFixVi() + "<br>" + row.howToFixEn() + " |\n"));
    }
}
