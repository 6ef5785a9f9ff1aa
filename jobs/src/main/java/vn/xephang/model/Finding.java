package vn.xephang.model;

/**
 * One thing wrong in delivered data: what, where, which value, what to do. Severity, sentences and fix follow from
 * the code.
 *
 * @param sheet sheet as named in the book; empty for CSV or where the whole file is meant
 * @param cell such as {@code B17}; empty where a sheet or file is meant
 * @param referenceYear the year concerned, or null where it is not known
 * @param found the offending value or names, as written
 * @param expected what would have been right; may be empty
 */
public record Finding(
        FindingCode code,
        String deliveryId,
        String landingFile,
        String sheet,
        String cell,
        Integer referenceYear,
        String found,
        String expected)
        implements ReadItem {

    /** About a whole file. */
    public static Finding ofFile(FindingCode code, LandingFile file, String found, String expected) {
        return new Finding(code, file.deliveryId(), file.landingFile(), "", "", null, found, expected);
    }

    /** About a sheet, or a CSV file as a whole. */
    public static Finding ofSheet(
            FindingCode code, LandingFile file, String sheet, Integer year, String found, String expected) {
        return new Finding(code, file.deliveryId(), file.landingFile(), sheet, "", year, found, expected);
    }

    /** About the value of one cell. */
    public static Finding ofCell(FindingCode code, LandingFile file, RawCell cell, String found, String expected) {
        return at(code, file, cell.cellRef(), cell.referenceYear(), found, expected);
    }

    /** About the place {@code Sheet!B17} (or {@code B17}). */
    public static Finding at(
            FindingCode code, LandingFile file, String cellRef, Integer year, String found, String expected) {
        int mark = cellRef.lastIndexOf('!');
        String sheet = mark < 0 ? "" : cellRef.substring(0, mark);
        return new Finding(
                code, file.deliveryId(), file.landingFile(), sheet, cellRef.substring(mark + 1), year, found, expected);
    }

    @Override
    public Finding in(String member) {
        String place = sheet.isEmpty() ? member : member + "!" + sheet;
        return new Finding(code, deliveryId, landingFile, place, cell, referenceYear, found, expected);
    }

    public Severity severity() {
        return code.severity();
    }

    public String messageVi() {
        return code.sentenceVi(found, expected);
    }

    public String messageEn() {
        return code.sentenceEn(found, expected);
    }

    public String howToFixVi() {
        return code.fixVi(found, expected);
    }

    public String howToFixEn() {
        return code.fixEn(found, expected);
    }

    /** {@code vcci/PCI.xls Sheet1!B17}. */
    public String where() {
        String place = sheet.isEmpty() ? cell : cell.isEmpty() ? sheet : sheet + "!" + cell;
        return place.isEmpty() ? landingFile : landingFile + " " + place;
    }
}
