package vn.xephang.read;

import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import vn.xephang.model.FindingCode;

/**
 * The parts of an .xlsx: a ZIP file whose parts refer to each other by relationships. Refuses to unpack what swells
 * beyond reason, by the limits that POI keeps; its own classes for this cost a quarter of a second in a new JVM.
 */
final class XlsxParts implements Closeable {

    private static final int MOST_PARTS = 1_000;
    private static final long LARGEST_PART = 0xFFFFFFFFL;
    private static final double LEAST_RATIO = 0.01;
    private static final long RATIO_COUNTS_FROM = 100 * 1024;

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    /** A relationship of a part. @param part the name of the part that it leads to */
    record Relationship(String type, String part) {}

    XlsxParts(Path path) throws IOException, RefusedFile {
        this.zip = new ZipFile(path.toFile());
        int count = zip.size();
        if (count > MOST_PARTS) {
            zip.close();
            throw new RefusedFile(FindingCode.FILE_SWELLS, count + " parts, at most " + MOST_PARTS);
        }
        zip.stream().forEach(entry -> entries.putIfAbsent(key(entry.getName()), entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    boolean has(String part) {
        return entries.containsKey(key(part));
    }

    /** Names of the parts as the package has them, in order. */
    List<String> names() {
        return entries.values().stream().map(ZipEntry::getName).sorted().toList();
    }

    /** @throws IOException also when the part is not there */
    InputStream open(String part) throws IOException {
        ZipEntry entry = entries.get(key(part));
        if (entry == null) {
            throw new IOException("part " + part + " is missing");
        }
        return new Guarded(zip.getInputStream(entry), entry);
    }

    /** The content type that the package states for a part; empty when it states none. */
    String contentType(String part) throws IOException, XMLStreamException {
        Map<String, String> types = new HashMap<>();
        try (InputStream in = open("[Content_Types].xml")) {
            XlsxXml.read(in, (name, xml) -> {
                if (name.equals("Override")) {
                    types.put(key(XlsxXml.attribute(xml, "PartName", "")), XlsxXml.attribute(xml, "ContentType", ""));
                } else if (name.equals("Default")) {
                    types.put(
                            "*." + key(XlsxXml.attribute(xml, "Extension", "")),
                            XlsxXml.attribute(xml, "ContentType", ""));
                }
            });
        }
        String ending = part.substring(part.lastIndexOf('.') + 1);
        return types.getOrDefault(key(part), types.getOrDefault("*." + key(ending), ""));
    }

    /** Relationships inside the package by id; of the package itself when the part is empty. */
    Map<String, Relationship> relationships(String part) throws IOException, XMLStreamException {
        String folder = part.substring(0, part.lastIndexOf('/') + 1);
        Map<String, Relationship> found = new LinkedHashMap<>();
        readRelationships(part, xml -> {
            if (!isExternal(xml)) {
                found.put(
                        XlsxXml.attribute(xml, "Id", ""),
                        new Relationship(
                                XlsxXml.attribute(xml, "Type", ""),
                                resolved(folder, XlsxXml.attribute(xml, "Target", ""))));
            }
        });
        return found;
    }

    /** What a part refers to outside the package. */
    List<String> externalTargets(String part) throws IOException, XMLStreamException {
        List<String> found = new ArrayList<>();
        readRelationships(part, xml -> {
            if (isExternal(xml)) {
                found.add(XlsxXml.attribute(xml, "Target", ""));
            }
        });
        return found;
    }

    private void readRelationships(String part, Consumer<XMLStreamReader> relationship)
            throws IOException, XMLStreamException {
        int name = part.lastIndexOf('/') + 1;
        String list = part.substring(0, name) + "_rels/" + part.substring(name) + ".rels";
        if (has(list)) {
            try (InputStream in = open(list)) {
                XlsxXml.read(in, (element, xml) -> {
                    if (element.equals("Relationship")) {
                        relationship.accept(xml);
                    }
                });
            }
        }
    }

    private static boolean isExternal(XMLStreamReader xml) {
        return !XlsxXml.attribute(xml, "TargetMode", "Internal").equals("Internal");
    }

    static Optional<Relationship> first(Map<String, Relationship> relationships, Predicate<String> type) {
        return relationships.values().stream()
                .filter(relationship -> type.test(relationship.type()))
                .findFirst();
    }

    private static String resolved(String folder, String target) {
        try {
            return URI.create("/" + folder).resolve(target).getPath().substring(1);
        } catch (IllegalArgumentException e) {
            return folder + target;
        }
    }

    /** Part names are equal without regard to case. */
    private static String key(String part) {
        return (part.startsWith("/") ? part.substring(1) : part).toLowerCase(Locale.ROOT);
    }

    /** Stops when a part unpacks to far more than its packed size, and when its bytes are not those packed. */
    private static final class Guarded extends FilterInputStream {

        private final ZipEntry entry;
        private final CRC32 checksum = new CRC32();
        private long count;
        private boolean isClosed;

        Guarded(InputStream in, ZipEntry entry) {
            super(in);
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = counted(super.read(buffer, offset, length));
            if (read > 0) {
                checksum.update(buffer, offset, read);
            }
            return read;
        }

        /** Reads to the end, so that a damaged part is not taken for a sound one. */
        @Override
        public void close() throws IOException {
            // The XML reader closes what it has read to the end; nothing is left to be read then.
            if (!isClosed) {
                isClosed = true;
                transferTo(OutputStream.nullOutputStream());
                super.close();
            }
            if (checksum.getValue() != entry.getCrc()) {
                throw new ZipException("part " + entry.getName() + " is damaged: its checksum differs");
            }
        }

        private int counted(int read) throws IOException {
            count += Math.max(read, 0);
            double ratio = (double) Math.max(entry.getCompressedSize(), 0) / Math.max(count, 1);
            if (count > LARGEST_PART || (count > RATIO_COUNTS_FROM && ratio < LEAST_RATIO)) {
                throw new SwollenPart(entry.getName());
            }
            return read;
        }
    }

    /** A part that unpacks beyond reason. */
    static final class SwollenPart extends IOException {

        private static final long serialVersionUID = 1;

        SwollenPart(String part) {
            super("part " + part + " unpacks to far more than its packed size");
        }
    }
}
