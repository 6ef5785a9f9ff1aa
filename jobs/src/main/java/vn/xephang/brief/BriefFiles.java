package vn.xephang.brief;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import vn.xephang.answer.Brief;

/** Briefs as files. A file appears whole or not at all; one that stood there before stays until then. */
public final class BriefFiles {

    /** How a brief is written, by the ending of its file. */
    public enum Format {
        PDF,
        XLSX;

        /** {@code pdf} or {@code xlsx}. */
        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Empty for any other ending. */
        public static Optional<Format> of(Path file) {
            String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
            return Arrays.stream(values())
                    .filter(format -> name.endsWith("." + format.ending()))
                    .findFirst();
        }
    }

    private final Language language;
    private final Format format;

    public BriefFiles(Language language, Format format) {
        this.language = language;
        this.format = format;
    }

    /** @throws UncheckedIOException when it cannot be written */
    public void write(Brief brief, Path file) {
        Path whole = file.toAbsolutePath();
        Path made = whole.resolveSibling("." + whole.getFileName() + ".tmp");
        try {
            Files.createDirectories(whole.getParent());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(made))) {
                if (format == Format.PDF) {
                    BriefPdf.write(brief, language, out);
                } else {
                    BriefXlsx.write(brief, language, out);
                }
            }
            Files.move(made, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        } finally {
            made.toFile().delete();
        }
    }

    /** One file each in the folder, such as {@code pci-2013-long-an.pdf}. @param written told how many there are so far */
    public void writeAll(List<Brief> briefs, Path folder, IntConsumer written) {
        for (int i = 0; i < briefs.size(); i++) {
            write(briefs.get(i), folder.resolve(name(briefs.get(i))));
            written.accept(i + 1);
        }
    }

    /** The identity of the unit without its country names the file: it is unique, and plain letters. */
    private String name(Brief brief) {
        Brief.Subject subject = brief.subject();
        String unit = subject.orgUnitId().replaceFirst("^[A-Z]{3}\\.", "");
        return subject.scorecardCode() + "-" + subject.year() + "-" + unit + "." + format.ending();
    }
}
