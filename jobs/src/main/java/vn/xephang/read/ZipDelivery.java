package vn.xephang.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.zip.ZipException;
import vn.xephang.model.Finding;
import vn.xephang.model.FindingCode;
import vn.xephang.model.LandingFile;
import vn.xephang.model.ReadItem;

/**
 * A ZIP file of files is a delivery of its members, read one after the other in order of their names. What is read of
 * a member, and what is wrong with it, names the member in front of sheet and cell: {@code member.xlsx!Sheet!B17}.
 * Each member is unpacked into a temporary file of our naming, so that no name in the archive leads anywhere.
 */
final class ZipDelivery implements Iterator<ReadItem> {

    private static final long LARGEST_SUM = 64L << 30;

    private final LandingFile file;
    private final Function<LandingFile, Iterator<ReadItem>> reader;
    private final Iterator<String> members;
    private String member = "";
    private Path unpacked;
    private long sum;
    private Iterator<ReadItem> items = List.<ReadItem>of().iterator();

    private ZipDelivery(LandingFile file, List<String> members, Function<LandingFile, Iterator<ReadItem>> reader) {
        this.file = file;
        this.members = members.iterator();
        this.reader = reader;
    }

    /**
     * @param reader reads one member, no archive
     * @throws RefusedFile when the archive as a whole cannot be read, or holds nothing
     */
    static Iterator<ReadItem> read(LandingFile file, Function<LandingFile, Iterator<ReadItem>> reader)
            throws IOException, RefusedFile {
        try (XlsxParts parts = new XlsxParts(Path.of(file.path()))) {
            List<String> members =
                    parts.names().stream().filter(ZipDelivery::isTaken).toList();
            if (members.isEmpty()) {
                throw RefusedFile.unreadable("an archive without files");
            }
            return new ZipDelivery(file, members, reader);
        } catch (ZipException e) {
            throw isEncrypted(e)
                    ? new RefusedFile(FindingCode.FILE_HAS_PASSWORD, "an encrypted archive")
                    : RefusedFile.unreadable(XlsxXml.reason(e));
        }
    }

    /** What operating systems add by themselves is no member, as it is no landing file. */
    private static boolean isTaken(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return !last.isEmpty()
                && !name.startsWith("__MACOSX/")
                && !last.startsWith(".")
                && !last.startsWith("~$")
                && !last.equals("thumbs.db");
    }

    private static boolean isEncrypted(ZipException e) {
        return XlsxXml.reason(e).contains("encrypted");
    }

    @Override
    public boolean hasNext() {
        while (!items.hasNext() && members.hasNext()) {
            discard();
            member = members.next();
            items = open();
        }
        if (!items.hasNext()) {
            discard();
        }
        return items.hasNext();
    }

    @Override
    public ReadItem next() {
        if (!hasNext()) {
            throw new NoSuchElementException("No more members in " + file.landingFile());
        }
        return items.next().in(member);
    }

    private Iterator<ReadItem> open() {
        try {
            unpack();
            if (isArchive()) {
                return finding(FindingCode.ARCHIVE_NESTED, member);
            }
            return reader.apply(new LandingFile(
                    file.deliveryId(),
                    file.sourceCode(),
                    file.landingFile(),
                    file.sha256(),
                    Files.size(unpacked),
                    file.receivedAt(),
                    unpacked.toString()));
        } catch (XlsxParts.SwollenPart e) {
            return finding(FindingCode.FILE_SWELLS, XlsxXml.reason(e));
        } catch (ZipException e) {
            return finding(FindingCode.FILE_UNREADABLE, XlsxXml.reason(e));
        } catch (RefusedFile e) {
            return finding(e.code(), e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack " + member + " of " + file.path(), e);
        }
    }

    private void unpack() throws IOException, RefusedFile {
        unpacked = Files.createTempFile("member-", ".bin");
        try (XlsxParts parts = new XlsxParts(Path.of(file.path()));
                InputStream in = parts.open(member)) {
            Files.copy(in, unpacked, StandardCopyOption.REPLACE_EXISTING);
        }
        sum += Files.size(unpacked);
        if (sum > LARGEST_SUM) {
            throw new RefusedFile(FindingCode.FILE_SWELLS, "members of over " + LARGEST_SUM + " bytes");
        }
    }

    private boolean isArchive() throws IOException, RefusedFile {
        return Files.size(unpacked) > 0 && FileKind.of(unpacked) == FileKind.ZIP && !XlsxBook.isPackage(unpacked);
    }

    private Iterator<ReadItem> finding(FindingCode code, String found) {
        return List.<ReadItem>of(Finding.ofFile(code, file, found, "")).iterator();
    }

    private void discard() {
        if (unpacked != null) {
            try {
                Files.deleteIfExists(unpacked);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot delete " + unpacked, e);
            }
            unpacked = null;
        }
    }
}
