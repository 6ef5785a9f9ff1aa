package vn.xephang.read;

import java.io.IOException;
import java.util.Collection;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.poifs.macros.VBAMacroReader;

/**
 * Whether the macro project of an .xls workbook holds code. Excel leaves a project of empty modules behind in books
 * that never had a macro (the budget of 2007 and of 2010). Nothing is run; a project that cannot be read, or has no module, counts as code.
 */
final class MacroCode {

    private MacroCode() {}

    static boolean isIn(POIFSFileSystem files) {
        try {
            // Closing the reader would close the workbook.
            Collection<String> modules = new VBAMacroReader(files).readMacros().values();
            return modules.isEmpty() || modules.stream().flatMap(String::lines).anyMatch(MacroCode::isCode);
        } catch (IOException | RuntimeException e) {
            return true;
        }
    }

    private static boolean isCode(String line) {
        return !line.isBlank() && !line.startsWith("Attribute ");
    }
}
