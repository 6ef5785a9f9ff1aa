package vn.xephang.cli;

import vn.xephang.model.Finding;

/** A finding as one line: what, where, which value, what to do. */
final class FindingLine {

    private FindingLine() {}

    static String of(Finding finding, LakeOptions options) {
        String sentence = options.isVietnamese() ? finding.messageVi() : finding.messageEn();
        String fix = options.isVietnamese() ? finding.howToFixVi() : finding.howToFixEn();
        return finding.severity().code() + " " + finding.code() + " at " + finding.where() + ": " + sentence + ". "
                + fix;
    }
}
