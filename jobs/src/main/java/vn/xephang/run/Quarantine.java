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

/** Keeps what was wrong with a delivery, ready to be sent back: the file when it was refused, and its findings. */
final class Quarantine {

    private final Lake lake;

    Quarantine(Lake lake) {
        this.lake = lake;
    }

    /** @param isRefused whether nothing of the delivery could be used */
    void keep(LandingFile delivery, List<Finding> findings, boolean isRefused) {
        Path folder = lake.quarantine().resolve(delivery.deliveryId());
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("findings.csv"), FindingsCsv.of(findings));
            if (isRefused) {
                String name =
                        delivery.landingFile().substring(delivery.landingFile().lastIndexOf('/') + 1);
                Files.copy(Path.of(delivery.path()), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write quarantine " + folder, e);
        }
    }
}
