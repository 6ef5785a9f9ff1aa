package vn.xephang.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.xephang.conform.Conformed;
import vn.xephang.model.LandingFile;
import vn.xephang.schema.Declarations;
import vn.xephang.schema.DeclarationsRefused;
import vn.xephang.schema.SchemaFiles;

/** Code, name and parent of a unit in columns of their own, and where a period ends. The contract is synthetic, the units are real. */
class UnitColumnsTest {

    private static final String CONTRACT = """
            contract_id: synthetic
            source_code: justice
            form_name_vi: Biểu thử (số liệu giả lập)
            form_name_en: Test form (synthetic)
            format: csv
            years: {from: 2000}
            org_unit_level_code: %s
            period_code: Y
            data_vintage: official
            tables:
              - match: [năm, tên]
                year_column: năm
                names: [tên]
            %s
                columns:
                  - {header: số, target: "metric:justice_ht01"}
            """;
    private static final String CODE_AND_PARENT = "    unit_code: [mã]\n    unit_parent: [thuộc]";

    @TempDir
    private Path folder;

    @Test
    void chauThanhIsTheOneOfItsProvince() throws IOException {
        assertEquals(
                List.of("VNM.long-an.chau-thanh 1", "VNM.tay-ninh.chau-thanh 2"),
                districts("năm,tên,thuộc,mã,số", "2020,Châu Thành,Long An,,1", "2020,Châu Thành,tỉnh Tây Ninh,,2"));
    }

    @Test
    void chauThanhWithoutProvinceIsAmbiguous() throws IOException {
        List<String> texts = districts("năm,tên,thuộc,mã,số", "2020,Châu Thành,,,1");
        assertEquals(1, texts.size());
        assertEquals("AMBIGUOUS_ORG_UNIT B2 Châu Thành", texts.get(0).split(": ", 2)[0]);
    }

    @Test
    void chauThanhIsTheOneOfItsCode() throws IOException {
        assertEquals(
                List.of("VNM.long-an.chau-thanh 1", "VNM.tay-ninh.chau-thanh 2"),
                districts("năm,tên,thuộc,mã,số", "2020,Châu Thành,,808,1", "2020,Châu Thành,,708,2"));
    }

    @Test
    void aCodeAloneIsEnough() throws IOException {
        assertEquals(List.of("VNM.long-an.chau-thanh 1"), districts("năm,tên,thuộc,mã,số", "2020,,,808,1"));
    }

    @Test
    void aCodeThatIsAnotherUnitsThanTheNameIsAFinding() throws IOException {
        assertEquals(
                List.of("ORG_UNIT_CODE_NAME B2 808 Tân Hưng: huyện Châu Thành, Long An [808, 2004-01-01 – 2025-06-30]"
                        + " / huyện Tân Hưng, Long An [796, 2004-01-01 – 2025-06-30]"),
                districts("năm,tên,thuộc,mã,số", "2020,Tân Hưng,,808,1"));
    }

    @Test
    void aCodeThatNobodyBearsIsAFinding() throws IOException {
        assertEquals(
                List.of("ORG_UNIT_CODE_NAME B2 999 Tân Hưng, Long An: – / huyện Tân Hưng, Long An"
                        + " [796, 2004-01-01 – 2025-06-30]"),
                districts("năm,tên,thuộc,mã,số", "2020,Tân Hưng,Long An,999,1"));
    }

    @Test
    void aUnitOfAnotherParentIsAFinding() throws IOException {
        assertEquals(
                List.of("ORG_UNIT_ELSEWHERE B2 Tân Hưng, Tây Ninh: huyện Tân Hưng, Long An"
                        + " [796, 2004-01-01 – 2025-06-30]"),
                districts("năm,tên,thuộc,mã,số", "2020,Tân Hưng,Tây Ninh,,1"));
    }

    @Test
    void tanThanhIsTheCommuneOfItsDistrict() throws IOException {
        assertEquals(
                List.of("VNM.long-an.moc-hoa.tan-thanh 1", "VNM.long-an.thu-thua.tan-thanh 2"),
                communes("năm,tên,thuộc,mã,số", "2021,Tân Thành,Mộc Hóa,,1", "2021,xã Tân Thành,huyện Thủ Thừa,,2"));
    }

    @Test
    void codesMeanWhatTheyMeantInTheYear() throws IOException {
        assertEquals(
                List.of(
                        "VNM.long-an 1",
                        "VNM.tay-ninh-2025 2",
                        "ORG_UNIT_CODE_NAME B4 80 Tây Ninh: tỉnh Long An [80, 1995-01-01 – 2025-06-30] / tỉnh Tây Ninh"
                                + " [72, 1995-01-01 – 2025-06-30]"),
                read(
                        "province",
                        "    unit_code: [mã]",
                        "năm,tên,mã,số",
                        "2023,Long An,80,1",
                        "2026,Tây Ninh,80,2",
                        "2023,Tây Ninh,80,3"));
    }

    @Test
    void aColumnThatIsDeclaredMustBeThere() throws IOException {
        assertEquals(
                List.of("COLUMN_MISSING  năm, tên, số: mã"),
                read("province", "    unit_code: [mã]", "năm,tên,số", "2023,Long An,1"));
    }

    @Test
    void aPeriodEndsWhereTheFormEndsIt() throws IOException {
        String contract = CONTRACT.formatted("province", "")
                .replace("period_code: Y", "period_code: H1\nperiod_end_on: \"{year}-05-31\"");
        assertEquals(List.of(LocalDate.of(2026, 5, 31)), ends(contract, "năm,tên,số", "2026,Hà Nội,1"));
        assertEquals(
                Collections.singletonList(null),
                ends(contract.replace("period_end_on: \"{year}-05-31\"\n", ""), "năm,tên,số", "2026,Hà Nội,1"));
    }

    @Test
    void refusesAnEndOutsideThePeriod() {
        String contract = CONTRACT.formatted("province", "")
                .replace("period_code: Y", "period_code: H1\nperiod_end_on: \"{year}-07-31\"");
        DeclarationsRefused refused = assertThrows(DeclarationsRefused.class, () -> declarations(contract));
        assertEquals(
                List.of("The period H1 ends on 2000-07-31, outside 2000-01-01 to 2000-06-30"),
                refused.problems().stream().map(problem -> problem.message()).toList());
    }

    @Test
    void refusesSuchColumnsBesideBlocks() throws IOException {
        String blocks = CONTRACT.formatted("province", CODE_AND_PARENT)
                .replace("format: csv", "format: workbook")
                .replace("    year_column: năm\n", "")
                .replace("match: [năm, tên]", "match: [\"{year}\", tên]")
                .replace("    columns:\n", "    blocks:\n      - columns:\n")
                .replace("      - {header", "          - {header");
        DeclarationsRefused refused = assertThrows(DeclarationsRefused.class, () -> declarations(blocks));
        assertEquals(
                List.of("With 'blocks' there is no 'unit_code' and no 'unit_parent'"),
                refused.problems().stream().map(problem -> problem.message()).toList());
    }

    private List<String> districts(String... lines) throws IOException {
        return read("district", CODE_AND_PARENT, lines);
    }

    private List<String> communes(String... lines) throws IOException {
        return read("commune", CODE_AND_PARENT, lines);
    }

    private List<String> read(String level, String columns, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("form.csv"), String.join("\n", lines) + "\n");
        LandingFile delivery =
                new LandingFile("d1", "justice", "justice/form.csv", "", 0, Instant.EPOCH, file.toString());
        Iterator<Conformed> items =
                new FileSteps(declarations(CONTRACT.formatted(level, columns))).conform(delivery, 0);
        List<String> texts = new ArrayList<>();
        items.forEachRemaining(item -> {
            if (item instanceof Conformed.Value value) {
                texts.add(value.value().orgUnitId() + " " + value.value().valueAsDelivered());
            } else if (item instanceof Conformed.Refused refused) {
                texts.add(refused.finding().code() + " " + refused.finding().cell() + " "
                        + refused.finding().found() + ": " + refused.finding().expected());
            }
        });
        return texts;
    }

    private List<LocalDate> ends(String contract, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve("form.csv"), String.join("\n", lines) + "\n");
        LandingFile delivery =
                new LandingFile("d1", "justice", "justice/form.csv", "", 0, Instant.EPOCH, file.toString());
        Iterator<Conformed> items = new FileSteps(declarations(contract)).conform(delivery, 0);
        List<LocalDate> ends = new ArrayList<>();
        items.forEachRemaining(item -> {
            if (item instanceof Conformed.Value value) {
                ends.add(value.value().periodEndOn());
            }
        });
        return ends;
    }

    private Declarations declarations(String contract) throws IOException {
        Path layer = folder.resolve("schemas");
        Files.createDirectories(layer.resolve("landing"));
        Files.writeString(layer.resolve("landing/synthetic.yaml"), contract);
        List<Path> layers = new ArrayList<>(TestLake.schemaLayers());
        layers.add(layer);
        return Declarations.load(new SchemaFiles(layers));
    }
}
