package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.conform.Conformed;
import vn.xephang.model.LandingFile;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.SchemaFiles;

/** A wrong cell keeps out what its contract says: itself, its form, its file. The contract is synthetic. */
class WholeFormsTest {

    private static final String CONTRACT = """
            contract_id: synthetic
            source_code: justice
            form_name_vi: Biểu thử (số liệu giả lập)
            form_name_en: Test form (synthetic)
            format: csv
            years: {from: 2000}
            org_unit_level_code: province
            period_code: Y
            data_vintage: official
            blocks: %s
            tables:
              - match: [nam, tinh, gia nhap]
                year_column: nam
                names: [tinh]
                columns:
                  - {header: gia nhap, target: "metric:pci_entry"}
            """;
    private static final String GOOD = "nam,tinh,gia nhap\n2010,Long An,5\n2010,An Giang,6\n";
    private static final String WRONG = "nam,tinh,gia nhap\n2010,Long An,5\n2010,An Giang,sáu\n2010,Cà Mau,7\n";

    @TempDir
    private Path folder;

    @Test
    void aWrongCellKeepsOutItselfUnlessTheContractSaysMore() throws IOException {
        assertEquals(List.of("VNM.long-an 5", "NOT_A_NUMBER C3", "VNM.ca-mau 7", "end [2010]"), read("cell", WRONG));
    }

    @Test
    void aWrongCellKeepsOutItsForm() throws IOException {
        assertEquals(List.of("NOT_A_NUMBER C3", "FORM_NOT_TAKEN 1 synthetic", "end []"), read("form", WRONG));
    }

    @Test
    void aWrongCellKeepsOutItsFile() throws IOException {
        assertEquals(List.of("NOT_A_NUMBER C3", "FILE_NOT_TAKEN 1 synthetic", "end []"), read("file", WRONG));
    }

    @Test
    void aRowThatCannotBeReadKeepsOutItsFormToo() throws IOException {
        assertEquals(
                List.of("ROW_BROKEN A2", "FORM_NOT_TAKEN 1 synthetic", "end []"),
                read("form", GOOD.replace("2010,Long An,5", "2010,Long An,5,5")));
    }

    @Test
    void aFormWithoutWrongCellsIsTaken() throws IOException {
        for (String blocks : List.of("cell", "form", "file")) {
            assertEquals(List.of("VNM.long-an 5", "VNM.an-giang 6", "end [2010]"), read(blocks, GOOD), blocks);
        }
    }

    private List<String> read(String blocks, String csv) throws IOException {
        Path layer = folder.resolve(blocks);
        Files.createDirectories(layer.resolve("landing"));
        Files.writeString(layer.resolve("landing/synthetic.yaml"), CONTRACT.formatted(blocks));
        List<Path> layers = new ArrayList<>(TestLake.schemaLayers());
        layers.add(layer);
        Path file = Files.writeString(folder.resolve("form.csv"), csv);
        LandingFile delivery =
                new LandingFile("d1", "justice", "justice/form.csv", "", 0, Instant.EPOCH, file.toString());
        Iterator<Conformed> items = new FileSteps(Declarations.load(new SchemaFiles(layers))).conform(delivery, 0);
        List<String> texts = new ArrayList<>();
        items.forEachRemaining(item -> texts.add(text(item)));
        return texts;
    }

    private static String text(Conformed item) {
        if (item instanceof Conformed.Value value) {
            return value.value().orgUnitId() + " " + value.value().valueAsDelivered();
        }
        if (item instanceof Conformed.Refused refused) {
            String where = refused.finding().cell();
            return refused.finding().code() + " "
                    + (where.isEmpty()
                            ? refused.finding().found() + " "
                                    + refused.finding().expected()
                            : where);
        }
        return "end " + ((Conformed.End) item).years();
    }
}
