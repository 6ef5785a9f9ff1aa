package vn.xephang.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {

    @ParameterizedTest
    @CsvSource({
        "Thiet che phap ly, Thiết chế pháp lý",
        "Thiết chế pháp lí, Thiết chế pháp lý",
        "Thiết chế  pháp-lý:, Thiết chế pháp lý",
        "tri_so_SYNTHETIC_6_thang_so_bo_, tri_so_SYNTHETIC_6_thang_so_bo",
        "ma_chi_tueu, ma_chi_tieu",
        "pci_labuor, pci_labor"
    })
    void takesAHeaderWithASlipForTheOneThatIsMeant(String written, String meant) {
        assertTrue(NearMiss.is(written, meant));
    }

    @ParameterizedTest
    @CsvSource({"VB03, VB05", "Pháp lý, Thiết chế pháp lý", "pci_land, pci_legal", "value, unit"})
    void doesNotTakeAnotherHeaderForIt(String written, String meant) {
        assertFalse(NearMiss.is(written, meant));
    }

    @Test
    void aMissingColumnIsToldAtTheHeaderThatIsNearlyIt() {
        List<Grid> sheets = new ArrayList<>(RealBooks.sheets(RealBooks.pci(2014)));
        sheets.set(0, GridMoves.with(sheets.get(0), 1, 21, GridCell.ofText("Thiết chế pháp lí")));
        assertEquals(
                List.of("COLUMN_MISSING at vcci/PCI_2014.xlsx Summary_VN!U1: Column \"Thiết chế pháp lý\" is missing:"
                        + " Thiết chế pháp lí"),
                Reading.of(RealBooks.delivered("vcci", RealBooks.pci(2014)), sheets)
                        .messages());
    }
}
