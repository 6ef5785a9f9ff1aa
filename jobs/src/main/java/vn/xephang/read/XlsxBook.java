package vn.xephang.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import vn.xephang.model.FindingCode;
import vn.xephang.read.XlsxParts.Relationship;

/**
 * The visible sheets of an .xlsx workbook. Reads the parts as streams instead of POI's object model, which takes a
 * second to load its XML schemas in a new JVM.
 */
final class XlsxBook {

    private static final Set<String> PLAIN_WORKBOOKS = Set.of(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml");

    private final XlsxParts parts;
    private final String workbook;
    private final Map<String, Relationship> related;
    private final List<Listed> sheets = new ArrayList<>();
    private boolean is1904;

    /** A sheet as the workbook lists it. */
    private record Listed(String name, String relationshipId, boolean isVisible) {}

    private XlsxBook(XlsxParts parts, String workbook) throws IOException, XMLStreamException {
        this.parts = parts;
        this.workbook = workbook;
        this.related = parts.relationships(workbook);
    }

    static List<Grid> read(Path path) throws IOException, RefusedFile {
        try (XlsxParts parts = new XlsxParts(path)) {
            return new XlsxBook(parts, workbook(parts)).visibleSheets();
        } catch (ZipException e) {
            throw RefusedFile.unreadable(XlsxXml.reason(e));
        } catch (XMLStreamException e) {
            throw refused(e);
        } catch (XlsxParts.SwollenPart e) {
            throw new RefusedFile(FindingCode.FILE_SWELLS, e.getMessage());
        }
    }

    static RefusedFile refused(XMLStreamException e) {
        if (e.getNestedException() instanceof XlsxParts.SwollenPart swollen) {
            return new RefusedFile(FindingCode.FILE_SWELLS, swollen.getMessage());
        }
        return e instanceof XlsxXml.DocumentType
                ? new RefusedFile(FindingCode.FILE_HAS_ENTITIES, e.getMessage())
                : RefusedFile.unreadable(XlsxXml.reason(e));
    }

    /** The book, its list of sheets read. */
    static XlsxBook open(XlsxParts parts) throws IOException, XMLStreamException, RefusedFile {
        XlsxBook book = new XlsxBook(parts, workbook(parts));
        book.readWorkbook();
        return book;
    }

    /** Whether a ZIP file says that it is an Office document; a broken one is no plain archive either. */
    static boolean isPackage(Path path) throws RefusedFile {
        try (XlsxParts parts = new XlsxParts(path)) {
            return parts.has("[Content_Types].xml");
        } catch (ZipException e) {
            return !XlsxXml.reason(e).contains("encrypted");
        } catch (IOException e) {
            return true;
        }
    }

    /** A sheet that is read, with the part that holds it. */
    record VisibleSheet(String name, String part) {}

    /** The first sheet that is read. */
    static Optional<VisibleSheet> firstVisible(Path path) throws IOException {
        try (XlsxParts parts = new XlsxParts(path)) {
            return open(parts).visible().stream().findFirst();
        } catch (XMLStreamException | RefusedFile e) {
            return Optional.empty();
        }
    }

    List<VisibleSheet> visible() {
        List<VisibleSheet> visible = new ArrayList<>();
        for (Listed sheet : sheets) {
            Relationship relationship = related.get(sheet.relationshipId());
            if (sheet.isVisible() && relationship != null && relationship.type().endsWith("/worksheet")) {
                visible.add(new VisibleSheet(sheet.name(), relationship.part()));
            }
        }
        return visible;
    }

    private static String workbook(XlsxParts parts) throws IOException, XMLStreamException, RefusedFile {
        if (!parts.has("[Content_Types].xml")) {
            throw RefusedFile.refused("a ZIP file that is no .xlsx workbook");
        }
        Optional<Relationship> main =
                XlsxParts.first(parts.relationships(""), type -> type.endsWith("/officeDocument"));
        String part = main.map(Relationship::part).orElse("");
        String type = part.isEmpty() ? "" : parts.contentType(part);
        Optional<String> macros = parts.names().stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).endsWith("vbaproject.bin"))
                .findFirst();
        if (type.contains("macroEnabled") || macros.isPresent()) {
            throw new RefusedFile(FindingCode.FILE_HAS_MACROS, macros.orElse(type));
        }
        if (!PLAIN_WORKBOOKS.contains(type)) {
            throw RefusedFile.refused("no .xlsx workbook: " + type);
        }
        return part;
    }

    private List<Grid> visibleSheets() throws IOException, XMLStreamException, RefusedFile {
        readWorkbook();
        XlsxStyles styles = styles();
        List<Grid> grids = new ArrayList<>();
        List<String> links = externalLinks();
        try (XlsxSharedTexts sharedTexts = sharedTexts()) {
            for (VisibleSheet sheet : visible()) {
                try (InputStream in = parts.open(sheet.part())) {
                    Grid grid = new XlsxSheet(sheet.name(), sharedTexts, styles).read(in);
                    links.forEach(link -> grid.note(FindingCode.EXTERNAL_LINK, 0, 0, link));
                    grids.add(grid);
                }
            }
        }
        return grids;
    }

    /** The targets of links to other files, sorted; nobody opens them. */
    private List<String> externalLinks() throws IOException, XMLStreamException {
        Set<String> targets = new TreeSet<>();
        for (Relationship relationship : related.values()) {
            if (relationship.type().endsWith("/externalLink") && parts.has(relationship.part())) {
                targets.addAll(parts.externalTargets(relationship.part()));
            }
        }
        return List.copyOf(targets);
    }

    private void readWorkbook() throws IOException, XMLStreamException {
        try (InputStream in = parts.open(workbook)) {
            XlsxXml.read(in, (name, xml) -> {
                if (name.equals("sheet")) {
                    String state = XlsxXml.attribute(xml, "state", "visible");
                    sheets.add(new Listed(
                            XlsxXml.attribute(xml, "name", ""),
                            XlsxXml.attribute(xml, "id", ""),
                            state.equals("visible")));
                } else if (name.equals("workbookPr")) {
                    is1904 = Set.of("1", "true").contains(XlsxXml.attribute(xml, "date1904", "0"));
                }
            });
        }
    }

    /** To be closed by the caller. */
    XlsxSharedTexts sharedTexts() throws IOException, XMLStreamException {
        Optional<Relationship> list = XlsxParts.first(related, type -> type.endsWith("/sharedStrings"));
        if (list.isEmpty()) {
            return XlsxSharedTexts.none();
        }
        try (InputStream in = parts.open(list.get().part())) {
            return XlsxSharedTexts.read(in);
        }
    }

    XlsxStyles styles() throws IOException, XMLStreamException {
        Optional<Relationship> list = XlsxParts.first(related, type -> type.endsWith("/styles"));
        if (list.isEmpty()) {
            return new XlsxStyles(is1904);
        }
        try (InputStream in = parts.open(list.get().part())) {
            return XlsxStyles.read(in, is1904);
        }
    }
}
