package vn.xephang.model;

/**
 * The catalogue of findings: stable code, severity, what it blocks, the sentence and the fix in both languages.
 * Sentences may use {@code {found}} and {@code {expected}}.
 */
public enum FindingCode {
    FILE_UNREADABLE(
            Severity.ERROR,
            Blocks.FILE,
            "Không đọc được tệp: {found}",
            "The file cannot be read: {found}",
            "Mở tệp bằng Excel, lưu lại và gửi lại; có thể tệp bị cắt cụt khi sao chép.",
            "Open the file in Excel, save it and send it again; it may have been cut off while being copied."),
    FILE_REFUSED(
            Severity.ERROR,
            Blocks.FILE,
            "Tệp bị từ chối: {found}",
            "The file is refused: {found}",
            "Gửi bảng tính thường (.xlsx, .xls hoặc .csv), không mật khẩu, không macro.",
            "Send a plain workbook (.xlsx, .xls or .csv) without a password and without macros."),
    FILE_HAS_PASSWORD(
            Severity.ERROR,
            Blocks.FILE,
            "Tệp có mật khẩu: {found}",
            "The file has a password: {found}",
            "Bỏ mật khẩu và gửi lại.",
            "Remove the password and send the file again."),
    FILE_HAS_MACROS(
            Severity.ERROR,
            Blocks.FILE,
            "Tệp có macro: {found}",
            "The file has macros: {found}",
            "Lưu lại thành .xlsx không macro và gửi lại.",
            "Save it as .xlsx without macros and send it again."),
    FILE_SWELLS(
            Severity.ERROR,
            Blocks.FILE,
            "Tệp bung ra quá lớn: {found}",
            "The file unpacks beyond reason: {found}",
            "Gửi lại tệp chỉ có số liệu của biểu; chia nhỏ tệp nén nếu cần.",
            "Send the file again with nothing but the figures of the form; split the archive if need be."),
    FILE_TOO_LARGE(
            Severity.ERROR,
            Blocks.FILE,
            "Bảng tính quá lớn: {found}",
            "The workbook is too large: {found}",
            "Gửi trang tính chỉ có bảng số liệu, hoặc gửi dưới dạng CSV.",
            "Send the sheet with nothing but its table, or send it as CSV."),
    FILE_HAS_ENTITIES(
            Severity.ERROR,
            Blocks.FILE,
            "Tệp có khai báo kiểu tài liệu (DTD), không được đọc: {found}",
            "The file declares a document type (DTD), which is never followed: {found}",
            "Mở tệp bằng Excel, lưu lại và gửi lại.",
            "Open the file in Excel, save it and send it again."),
    READ_AS_VALUES(
            Severity.INFO,
            Blocks.NOTHING,
            "Tệp lớn ({found}): chỉ đọc trị số theo từng dòng, không xét ô gộp",
            "A large file ({found}): its values are read row by row, merged cells are not looked at",
            "Không phải làm gì, trừ khi biểu dùng ô gộp; khi đó chia nhỏ tệp và gửi lại.",
            "Nothing to do, unless the form uses merged cells; then split the file and send it again."),
    ARCHIVE_NESTED(
            Severity.ERROR,
            Blocks.FILE,
            "Tệp nén nằm trong tệp nén: {found}",
            "An archive inside the archive: {found}",
            "Đưa các tệp ra ngoài, nén một lần và gửi lại.",
            "Take the files out, pack them once and send them again."),
    EXTERNAL_LINK(
            Severity.WARNING,
            Blocks.NOTHING,
            "Tệp liên kết tới tệp khác, không được mở theo; dùng trị số đã lưu: {found}",
            "The workbook links to other files, which are never followed; the values stored in it count: {found}",
            "Dán trị số thay cho công thức liên kết và gửi lại.",
            "Paste values over the linked formulas and send it again."),
    NO_CONTRACT(
            Severity.ERROR,
            Blocks.FILE,
            "Không hợp đồng tiếp nhận nào khớp với nội dung tệp: {found}",
            "No landing contract fits what is in the file: {found}",
            "Kiểm tra trang tính và tiêu đề cột ({expected}), hoặc thêm hợp đồng trong schemas/landing/.",
            "Check the sheet and the column headers ({expected}), or add a contract in schemas/landing/."),
    AMBIGUOUS_CONTRACT(
            Severity.ERROR,
            Blocks.FILE,
            "Nhiều hợp đồng tiếp nhận cùng khớp: {found}",
            "Several landing contracts fit the file: {found}",
            "Làm cho điều kiện match của các hợp đồng loại trừ nhau.",
            "Make the match conditions of these contracts exclude each other."),
    YEAR_UNKNOWN(
            Severity.ERROR,
            Blocks.FORM,
            "Không biết số liệu của năm nào: {found}",
            "The year of the figures is not known: {found}",
            "Ghi năm trong tiêu đề cột như hợp đồng yêu cầu ({expected}).",
            "State the year in the header as the contract asks ({expected})."),
    SIDECAR_INVALID(
            Severity.WARNING,
            Blocks.NOTHING,
            "Tệp .delivery.yaml đi kèm không hợp lệ, dòng {found}",
            "The .delivery.yaml beside the file is not valid, line {found}",
            "Sửa tệp đi kèm (data_vintage: preliminary, estimate hoặc official; note: ghi chú) và gửi lại cả hai.",
            "Correct it (data_vintage: preliminary, estimate or official; note: a remark) and send both again."),
    VINTAGE_UNKNOWN(
            Severity.ERROR,
            Blocks.FORM,
            "Không biết số liệu là sơ bộ, ước tính hay chính thức: biểu {found} không ghi, và không có tệp {expected} ghi rõ",
            "It is not known whether the figures are preliminary, estimates or official: form {found} does not say, and no {expected} does",
            "Đặt cạnh tệp một tệp {expected} có dòng \"data_vintage: official\" (hoặc preliminary, estimate) và gửi lại.",
            "Put a file {expected} beside it with the line \"data_vintage: official\" (or preliminary, estimate) and send it again."),
    TEXT_ENCODING_UNSURE(
            Severity.WARNING,
            Blocks.NOTHING,
            "Ô dùng phông .Vn nhưng không rõ là TCVN3 hay Unicode; giữ nguyên: \"{found}\"",
            "The cell has a .Vn font, and may be TCVN3 or Unicode; it is kept as it stands: \"{found}\"",
            "Chuyển bảng tính sang Unicode (phông Times New Roman) và gửi lại.",
            "Convert the workbook to Unicode (font Times New Roman) and send it again."),
    COLUMN_MISSING(
            Severity.ERROR,
            Blocks.FORM,
            "Thiếu cột \"{expected}\": {found}",
            "Column \"{expected}\" is missing: {found}",
            "Đặt lại tiêu đề cột đúng như mẫu và gửi lại.",
            "Restore the column header as in the form and send the file again."),
    COLUMN_TWICE(
            Severity.ERROR,
            Blocks.FORM,
            "Cột \"{expected}\" có nhiều lần: {found}",
            "Column \"{expected}\" stands more than once: {found}",
            "Giữ một cột cho mỗi tiêu đề và gửi lại.",
            "Keep one column per header and send the file again."),
    COLUMN_MOVED(
            Severity.ERROR,
            Blocks.FORM,
            "Cột \"{expected}\" không còn đứng cạnh cột tên đơn vị của nó: {found}",
            "Column \"{expected}\" no longer stands beside its column of unit names: {found}",
            "Đặt cột trị số ngay bên phải cột tên đơn vị của khối đó và gửi lại.",
            "Put the value column right of the names of its block and send the file again."),
    COLUMN_UNKNOWN(
            Severity.WARNING,
            Blocks.NOTHING,
            "Cột \"{found}\" không có trong hợp đồng tiếp nhận và không được đọc",
            "Column \"{found}\" is not in the landing contract and is not read",
            "Sửa tiêu đề cột nếu viết sai; nếu là cột mới, thêm vào hợp đồng trong schemas/landing/.",
            "Correct the header if it is misspelt; if the column is new, add it to the contract in schemas/landing/."),
    ROW_BROKEN(
            Severity.ERROR,
            Blocks.CELL,
            "Dòng có {found} ô, dòng tiêu đề có {expected}; dòng này không được đọc",
            "The row has {found} fields, the header has {expected}; the row is not read",
            "Kiểm tra dấu phân cách và dấu ngoặc kép trong dòng này và gửi lại.",
            "Check the separators and quotes in this row and send the file again."),
    TABLE_INTERRUPTED(
            Severity.ERROR,
            Blocks.NOTHING,
            "Dòng trống {expected} ngắt bảng: các dòng {found} bên dưới không được đọc",
            "The empty row {expected} ends the table: rows {found} below it are not read",
            "Xóa dòng trống và gửi lại.",
            "Delete the empty row and send the file again."),
    YEAR_INVALID(
            Severity.ERROR,
            Blocks.CELL,
            "Năm \"{found}\" không phải là năm thuộc {expected}; dòng này không được đọc",
            "\"{found}\" is not a year within {expected}; the row is not read",
            "Sửa năm của dòng này và gửi lại.",
            "Correct the year of this row and send the file again."),
    UNIT_OF_MEASURE_WRONG(
            Severity.ERROR,
            Blocks.FORM,
            "Đơn vị tính ghi trên biểu là \"{found}\", cần \"{expected}\"",
            "The unit of measure stated on the form is \"{found}\", expected \"{expected}\"",
            "Gửi lại biểu theo đúng đơn vị tính, hoặc thêm hợp đồng tiếp nhận cho đơn vị tính mới.",
            "Send the form again in the expected unit of measure, or add a landing contract for the new one."),
    NO_ROWS(
            Severity.ERROR,
            Blocks.FORM,
            "Bảng không có dòng số liệu nào: {found}",
            "The table has no rows: {found}",
            "Kiểm tra bảng dưới dòng tiêu đề và gửi lại.",
            "Check the table below the header row and send the file again."),
    UNKNOWN_ORG_UNIT(
            Severity.ERROR,
            Blocks.CELL,
            "Không nhận ra đơn vị \"{found}\"",
            "Unknown org unit \"{found}\"",
            "Thêm tên vào schemas/codelists/org_unit_names.csv, hoặc đề nghị nơi gửi sửa tên.",
            "Add the name to schemas/codelists/org_unit_names.csv, or ask the source to correct it."),
    AMBIGUOUS_ORG_UNIT(
            Severity.ERROR,
            Blocks.CELL,
            "Tên đơn vị \"{found}\" có thể là {expected}",
            "Org unit \"{found}\" may be any of {expected}",
            "Ghi mã đơn vị hoặc đơn vị cấp trên bên cạnh tên.",
            "Write the unit's code, or its parent, beside the name."),
    ORG_UNIT_ELSEWHERE(
            Severity.ERROR,
            Blocks.CELL,
            "Đơn vị \"{found}\" không có trong kỳ và phạm vi này; chỉ có {expected}",
            "The org unit \"{found}\" is not there in this period; known are {expected}",
            "Kiểm tra năm của số liệu. Nếu số liệu theo địa giới của ngày khác, khai map_on trong hợp đồng tiếp nhận, hoặc gửi theo đơn vị của kỳ.",
            "Check the year of the figures. If they follow the map of another day, state map_on in the landing contract, or send them by the units of the period."),
    ORG_UNIT_CODE_NAME(
            Severity.ERROR,
            Blocks.CELL,
            "Mã và tên trong \"{found}\" không chỉ cùng một đơn vị trong kỳ này: {expected}",
            "Code and name in \"{found}\" do not mean one org unit in this period: {expected}",
            "Sửa mã hoặc tên. Mã được dùng lại từ 2025-07-01: nếu số liệu theo địa giới của ngày khác, khai map_on trong hợp đồng tiếp nhận.",
            "Correct the code or the name. Codes are reused since 2025-07-01: if the figures follow the map of another day, state map_on in the landing contract."),
    ORG_UNIT_NOT_THERE(
            Severity.INFO,
            Blocks.NOTHING,
            "Đơn vị \"{found}\" không tồn tại trong kỳ; các ô không có số liệu (\"{expected}\") của đơn vị được bỏ qua",
            "The org unit \"{found}\" did not exist in the period; its cells without a figure (\"{expected}\") are left out",
            "Không phải làm gì, trừ khi tên đơn vị bị viết sai.",
            "Nothing to do, unless the name is misspelt."),
    LATER_MAP_SUSPECTED(
            Severity.ERROR,
            Blocks.NOTHING,
            "{found} tên hoặc mã đơn vị là trọn danh mục từ {expected}, không phải của năm số liệu",
            "The {found} names or codes of org units are exactly the units since {expected}, not those of the year",
            "Hỏi nơi gửi: số liệu theo địa giới nào? Nếu theo địa giới mới, rút lần gửi này và khai map_on trong hợp đồng tiếp nhận; nếu không, bổ sung các đơn vị còn thiếu.",
            "Ask the source whose map the figures follow. If the later one, withdraw the delivery and state map_on in the landing contract; if not, add the missing units."),
    ORG_UNIT_TWICE(
            Severity.ERROR,
            Blocks.CELL,
            "Đơn vị xuất hiện nhiều lần cho cùng một chỉ tiêu: \"{found}\"",
            "The org unit stands more than once for one metric: \"{found}\"",
            "Giữ một dòng cho mỗi đơn vị; trị số của các dòng trùng không được dùng.",
            "Keep one row per unit; the values of the repeated rows are not used."),
    ORG_UNIT_MISSING(
            Severity.ERROR,
            Blocks.NOTHING,
            "Thiếu đơn vị: {found} (cần {expected})",
            "Org units are missing: {found} (expected {expected})",
            "Bổ sung dòng còn thiếu và gửi lại; đơn vị thiếu không được xếp hạng năm đó.",
            "Add the missing rows and send the file again; a missing unit gets no rank that year."),
    ORG_UNIT_NOT_EXPECTED(
            Severity.WARNING,
            Blocks.NOTHING,
            "Đơn vị không nằm trong danh sách của năm: {found} (cần {expected})",
            "Org units that the year does not expect: {found} (expected {expected})",
            "Kiểm tra tên đơn vị, hoặc danh sách đơn vị trong schemas/scorecards/.",
            "Check the unit's name, or the participants in schemas/scorecards/."),
    UNKNOWN_METRIC(
            Severity.ERROR,
            Blocks.CELL,
            "Không nhận ra chỉ tiêu \"{found}\"",
            "Unknown metric \"{found}\"",
            "Thêm chỉ tiêu vào schemas/codelists/metrics.csv, hoặc sửa mã trong tệp.",
            "Add the metric to schemas/codelists/metrics.csv, or correct the code in the file."),
    NOT_A_NUMBER(
            Severity.ERROR,
            Blocks.CELL,
            "Ô phải là số nhưng có \"{found}\"",
            "The cell must be a number but holds \"{found}\"",
            "Nhập số vào ô này và gửi lại; chưa có trị số này (kể cả từ lần gửi trước) thì đơn vị không được xếp hạng.",
            "Enter a number in this cell and send the file again; without this value, from here or from an earlier delivery, the unit gets no rank."),
    VALUE_MISSING(
            Severity.ERROR,
            Blocks.CELL,
            "Ô trống, cần một số",
            "The cell is empty, a number is expected",
            "Nhập số vào ô này và gửi lại.",
            "Enter a number in this cell and send the file again."),
    UNKNOWN_CRITERION(
            Severity.ERROR,
            Blocks.CELL,
            "Bộ tiêu chí của năm không có tiêu chí {found}",
            "The rubric of the year has no criterion {found}",
            "Chấm theo bộ tiêu chí của đúng năm, hoặc khai báo bộ tiêu chí của năm.",
            "Score by the rubric of the very year, or declare the rubric of the year."),
    OUT_OF_RANGE(
            Severity.ERROR,
            Blocks.CELL,
            "Trị số {found} ngoài khoảng {expected}",
            "The value {found} is outside {expected}",
            "Kiểm tra dấu thập phân và đơn vị tính, sửa và gửi lại.",
            "Check the decimal mark and the unit of measure, correct it and send the file again."),
    WRONG_SIGN(
            Severity.ERROR,
            Blocks.CELL,
            "Trị số {found} âm, mà chỉ tiêu này không thể âm",
            "The value {found} is negative, and this metric cannot be",
            "Bỏ dấu trừ nếu gõ nhầm, hoặc sửa trị số và gửi lại.",
            "Remove the minus sign if it was a slip, or correct the value, and send the file again."),
    UNIT_OF_MEASURE_SUSPECTED(
            Severity.WARNING,
            Blocks.NOTHING,
            "Có thể sai đơn vị tính: trị số {found}, thường là {expected}",
            "The value may be in another unit of measure: {found}, usual is {expected}",
            "Đối chiếu đơn vị tính ghi trên biểu (đồng, nghìn đồng, triệu đồng); nếu đúng thì không phải sửa.",
            "Hold it against the unit of measure stated on the form (dong, thousand or million dong); if it is right, leave it."),
    COLUMN_UNIT_SUSPECTED(
            Severity.WARNING,
            Blocks.NOTHING,
            "Cả cột có thể sai đơn vị tính: {found}, so với {expected}",
            "The whole column may be in another unit of measure: {found}, against {expected}",
            "Đối chiếu đơn vị tính của cột với biểu mẫu; gửi lại theo đơn vị tính của biểu, hoặc khai hợp đồng tiếp nhận cho đơn vị tính mới.",
            "Hold the column's unit of measure against the form; send it again in that of the form, or declare a landing contract for the new one."),
    DECIMAL_SHIFT_SUSPECTED(
            Severity.WARNING,
            Blocks.NOTHING,
            "Có thể lệch dấu thập phân hoặc thừa, thiếu chữ số: trị số {found}, thường là {expected}",
            "A decimal mark may be misplaced, or a digit too many or too few: {found}, usual is {expected}",
            "Đối chiếu với chứng từ gốc, sửa và gửi lại; nếu đúng thì không phải sửa.",
            "Check it against its source, correct it and send the file again; if it is right, leave it."),
    OUTLIER(
            Severity.WARNING,
            Blocks.NOTHING,
            "Trị số khác hẳn các năm khác của chính đơn vị: {found}, thường là {expected}",
            "The value is far from what the unit gives in other years: {found}, usual is {expected}",
            "Kiểm tra trị số với chứng từ gốc; nếu đúng thì không phải sửa.",
            "Check the value against its source; if it is right, leave it."),
    RANK_INVALID(
            Severity.ERROR,
            Blocks.CELL,
            "Thứ hạng \"{found}\" không phải số nguyên từ 1",
            "The rank \"{found}\" is not a whole number from 1",
            "Sửa ô thứ hạng và gửi lại.",
            "Correct the rank and send the file again."),
    CONFLICTING_SOURCES(
            Severity.WARNING,
            Blocks.NOTHING,
            "Hai nguồn cho trị số khác nhau: {found}",
            "Two sources disagree on the value: {found}",
            "Khai báo precedence của chỉ tiêu trong hợp đồng tiếp nhận của các nguồn.",
            "Declare the precedence of the metric in the landing contracts of these sources."),
    FORM_NOT_TAKEN(
            Severity.ERROR,
            Blocks.FORM,
            "Biểu {expected} không được nhận: {found} ô sai, mà hợp đồng chỉ nhận biểu nguyên vẹn",
            "Form {expected} is not taken: {found} cells are wrong, and its contract takes the form whole or not at all",
            "Sửa các ô đã nêu và gửi lại tệp.",
            "Correct the cells named and send the file again."),
    FILE_NOT_TAKEN(
            Severity.ERROR,
            Blocks.FILE,
            "Tệp không được nhận: {found} ô sai của biểu {expected}, mà hợp đồng chỉ nhận tệp nguyên vẹn",
            "The file is not taken: {found} cells of form {expected} are wrong, and its contract takes the file whole or not at all",
            "Sửa các ô đã nêu và gửi lại tệp.",
            "Correct the cells named and send the file again."),
    LATE(
            Severity.INFO,
            Blocks.NOTHING,
            "Số liệu đến sau hạn ({expected}): nhận ngày {found} ngày",
            "The figures arrived after they were due ({expected}): received on {found} days",
            "Không cần sửa tệp; số ngày trễ được tính theo ngày nhận ở Việt Nam.",
            "The file needs no correction; the days are counted by the day of arrival in Viet Nam."),
    NOT_DELIVERED(
            Severity.WARNING,
            Blocks.NOTHING,
            "Đơn vị chưa gửi số liệu: {found}; hạn {expected}",
            "The org unit has delivered nothing: {found}; it was due on {expected}",
            "Gửi số liệu còn thiếu, hoặc ghi rõ đơn vị không phải báo cáo.",
            "Send what is missing, or have it recorded that the unit need not report."),
    SUM_BROKEN(
            Severity.WARNING,
            Blocks.NOTHING,
            "Tổng không bằng các thành phần cộng lại: {found}; phải có {expected}",
            "The total is not the sum of its parts: {found}; the rule is {expected}",
            "Kiểm tra dòng tổng và các thành phần, sửa ô sai và gửi lại.",
            "Check the total and its parts, correct what is wrong and send the file again."),
    CELL_BREAKS_SUMS(
            Severity.WARNING,
            Blocks.NOTHING,
            "Trị số này (trong ngoặc: trị số làm mọi tổng khớp) làm sai nhiều tổng: {found}; phải có {expected}",
            "This value (in brackets: the one that mends every sum) breaks several sums: {found}; the rules are {expected}",
            "Kiểm tra ô này với chứng từ gốc, sửa và gửi lại.",
            "Check this cell against its source, correct it and send the file again."),
    LIMIT_BROKEN(
            Severity.WARNING,
            Blocks.NOTHING,
            "Trị số vượt quá giới hạn theo biểu: {found}; phải có {expected}",
            "The value exceeds what the form allows: {found}; the rule is {expected}",
            "Kiểm tra hai trị số, sửa ô sai và gửi lại.",
            "Check both values, correct the wrong one and send the file again."),
    SUMS_NOT_CHECKED(
            Severity.INFO,
            Blocks.NOTHING,
            "Không kiểm tra các tổng trong tệp: có {found} trị số, nhiều nhất {expected}",
            "The sums within the file are not checked: it has {found} values, at most {expected} are held",
            "Không cần làm gì; có thể chia tệp theo năm để các tổng được kiểm tra.",
            "Nothing need be done; split the file by year to have its sums checked.");

    private final Severity severity;
    private final Blocks blocks;
    private final String sentenceVi;
    private final String sentenceEn;
    private final String fixVi;
    private final String fixEn;

    FindingCode(Severity severity, Blocks blocks, String sentenceVi, String sentenceEn, String fixVi, String fixEn) {
        this.severity = severity;
        this.blocks = blocks;
        this.sentenceVi = sentenceVi;
        this.sentenceEn = sentenceEn;
        this.fixVi = fixVi;
        this.fixEn = fixEn;
    }

    public Severity severity() {
        return severity;
    }

    public Blocks blocks() {
        return blocks;
    }

    String sentenceVi(String found, String expected) {
        return fill(sentenceVi, found, expected);
    }

    String sentenceEn(String found, String expected) {
        return fill(sentenceEn, found, expected);
    }

    String fixVi(String found, String expected) {
        return fill(fixVi, found, expected);
    }

    String fixEn(String found, String expected) {
        return fill(fixEn, found, expected);
    }

    private static String fill(String sentence, String found, String expected) {
        return sentence.replace("{found}", found).replace("{expected}", expected);
    }
}
