package vn.xephang.brief;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A zip whose entries carry no time of the clock, so that equal content is equal bytes. */
final class StillZip {

    /** Not 1980-01-01, which zips use for all that is earlier, with a second time that follows the time zone. */
    private static final LocalDateTime STILL = LocalDateTime.of(1980, 2, 1, 0, 0);

    private StillZip() {}

    static void copy(byte[] zip, OutputStream out) throws IOException {
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip))) {
            ZipOutputStream copy = new ZipOutputStream(out);
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                ZipEntry still = new ZipEntry(entry.getName());
                still.setTimeLocal(STILL);
                copy.putNextEntry(still);
                entries.transferTo(copy);
                copy.closeEntry();
            }
            copy.finish();
        }
    }
}
