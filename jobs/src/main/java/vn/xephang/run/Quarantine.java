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

/** Keeps what was wrong with a delivery, ready to be sent back: the file and its findings. */
final class Quarantine {

    private final Lake lake;

    Quarantine(Lake lake) {
        this.lake = lake;
    }

    /** Keeps the findings, and the file as delivered beside them. */
    void keep(LandingFile delivery, List<Finding> findings) {
        Path folder = lake.quarantine().resolve(delivery.deliveryId());
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("findings.csv"), FindingsCsv.of(findings));
            String name =
                    delivery.landingFile().substring(delivery.landingFile().lastIndexOf('/') + 1);
            Files.copy(Path.of(delivery.path()), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write quarantine " + folder, e);
        }
    }
}
