package vn.xephang.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import vn.xephang.model.Finding;
import vn.xephang.model.Lake;
import vn.xephang.model.LandingFile;
import vn.xephang.read.MarkedCopy;

/**
 * Keeps what was wrong with a delivery, ready to be sent back: the file as delivered, its findings as CSV, and of a
 * workbook a copy with the wrong cells marked. A CSV has no marked copy: its findings name line and field, and a
 * column added to it would have to be taken out again.
 */
final class Quarantine {

    private final Lake lake;

    Quarantine(Lake lake) {
        this.lake = lake;
    }

    void keep(LandingFile delivery, List<Finding> findings) {
        Path folder = lake.quarantine().resolve(delivery.deliveryId());
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("findings.csv"), FindingsCsv.of(findings));
            String name =
                    delivery.landingFile().substring(delivery.landingFile().lastIndexOf('/') + 1);
            Files.copy(Path.of(delivery.path()), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            MarkedCopy.write(Path.of(delivery.path()), findings, folder.resolve("marked-" + name));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write quarantine " + folder, e);
        }
    }
}
