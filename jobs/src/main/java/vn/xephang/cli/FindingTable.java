package vn.xephang.cli;

import java.util.ArrayList;
import java.util.List;
import vn.xephang.answer.Table;
import vn.xephang.model.Finding;

/** Findings as a table with the columns of {@code mart.rpt_finding} that users rely on. */
final class FindingTable {

    private FindingTable() {}

    static Table of(List<Finding> findings, LakeOptions options) {
        List<List<Object>> rows = new ArrayList<>();
        for (Finding finding : findings) {
            rows.add(List.of(
                    finding.code().name(),
                    finding.severity().code(),
                    finding.landingFile(),
                    finding.sheet(),
                    finding.cell(),
                    finding.found(),
                    options.isVietnamese() ? finding.howToFixVi() : finding.howToFixEn()));
        }
        return new Table(List.of("code", "severity", "landing_file", "sheet", "cell", "found", "how_to_fix"), rows);
    }
}
