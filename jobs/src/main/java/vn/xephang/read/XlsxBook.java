package vn.xephang.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.ODFNotOfficeXmlFileException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;

/**
 * The visible sheets of an .xlsx workbook. Reads the parts as streams instead of POI's object model, which takes a
 * second to load its XML schemas in a new JVM.
 */
final class XlsxBook {

    private static final Set<String> PLAIN_WORKBOOKS = Set.of(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml");

    private final PackagePart workbook;
    private final List<String> sharedTexts;
    private final XlsxStyles styles;

    /** A sheet as the workbook lists it. */
    private record Listed(String name, String relationshipId, boolean isVisible) {}

    private XlsxBook(PackagePart workbook) throws IOException, InvalidFormatException, XMLStreamException {
        this.workbook = workbook;
        this.sharedTexts = sharedTexts();
        this.styles = styles();
    }

    static List<Grid> read(Path path) throws IOException, RefusedFile {
        OPCPackage parts = null;
        try {
            parts = OPCPackage.open(path.toFile(), PackageAccess.READ);
            return new XlsxBook(workbook(parts)).visibleSheets();
        } catch (ODFNotOfficeXmlFileException e) {
            throw RefusedFile.refused("an OpenDocument file");
        } catch (InvalidFormatException | XMLStreamException e) {
            throw RefusedFile.unreadable(XlsxXml.reason(e));
        } finally {
            if (parts != null) {
                parts.revert();
            }
        }
    }

    private static PackagePart workbook(OPCPackage parts) throws RefusedFile {
        PackagePart main = main(parts, PackageRelationshipTypes.CORE_DOCUMENT);
        if (main == null) {
            main = main(parts, PackageRelationshipTypes.STRICT_CORE_DOCUMENT);
        }
        if (main == null) {
            throw RefusedFile.refused("a ZIP file that is no workbook");
        }
        if (main.getContentType().contains("macroEnabled")) {
            throw RefusedFile.refused("the workbook has macros");
        }
        if (!PLAIN_WORKBOOKS.contains(main.getContentType())) {
            throw RefusedFile.refused("not an .xlsx workbook: " + main.getContentType());
        }
        return main;
    }

    private static PackagePart main(OPCPackage parts, String relationshipType) {
        PackageRelationship first =
                parts.getRelationshipsByType(relationshipType).getRelationship(0);
        return first == null ? null : parts.getPart(first);
    }

    private List<Grid> visibleSheets() throws IOException, InvalidFormatException, XMLStreamException, RefusedFile {
        List<Grid> grids = new ArrayList<>();
        for (Listed sheet : listed()) {
            PackageRelationship relationship = workbook.getRelationship(sheet.relationshipId());
            if (sheet.isVisible() && relationship != null && isWorksheet(relationship)) {
                try (InputStream in = workbook.getRelatedPart(relationship).getInputStream()) {
                    grids.add(new XlsxSheet(sheet.name(), sharedTexts, styles).read(in));
                }
            }
        }
        return grids;
    }

    private static boolean isWorksheet(PackageRelationship relationship) {
        return relationship.getRelationshipType().endsWith("/worksheet");
    }

    private List<Listed> listed() throws IOException, XMLStreamException {
        List<Listed> sheets = new ArrayList<>();
        try (InputStream in = workbook.getInputStream()) {
            XlsxXml.read(in, (name, xml) -> {
                if (name.equals("sheet")) {
                    String state = XlsxXml.attribute(xml, "state", "visible");
                    sheets.add(new Listed(
                            XlsxXml.attribute(xml, "name", ""),
                            XlsxXml.attribute(xml, "id", ""),
                            state.equals("visible")));
                }
            });
        }
        return sheets;
    }

    private List<String> sharedTexts() throws IOException, InvalidFormatException, XMLStreamException {
        PackagePart part = related("/sharedStrings");
        if (part == null) {
            return List.of();
        }
        try (InputStream in = part.getInputStream()) {
            return XlsxSharedTexts.read(in);
        }
    }

    private XlsxStyles styles() throws IOException, InvalidFormatException, XMLStreamException {
        boolean[] is1904 = {false};
        try (InputStream in = workbook.getInputStream()) {
            XlsxXml.read(in, (name, xml) -> {
                if (name.equals("workbookPr")) {
                    is1904[0] = Set.of("1", "true").contains(XlsxXml.attribute(xml, "date1904", "0"));
                }
            });
        }
        PackagePart part = related("/styles");
        if (part == null) {
            return new XlsxStyles(is1904[0]);
        }
        try (InputStream in = part.getInputStream()) {
            return XlsxStyles.read(in, is1904[0]);
        }
    }

    private PackagePart related(String typeEnding) throws InvalidFormatException {
        for (PackageRelationship relationship : workbook.getRelationships()) {
            if (relationship.getRelationshipType().endsWith(typeEnding)) {
                return workbook.getRelatedPart(relationship);
            }
        }
        return null;
    }
}
