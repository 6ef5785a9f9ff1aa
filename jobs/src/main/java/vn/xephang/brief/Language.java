package vn.xephang.brief;

import vn.xephang.answer.Bilingual;

/** Language of a page; never taken from the locale. */
public enum Language {
    VI,
    EN;

    String of(Bilingual text) {
        return of(text.vi(), text.en());
    }

    String of(String vi, String en) {
        return this == VI ? vi : en;
    }

    /** As in the tag of a document. */
    String code() {
        return of("vi", "en");
    }
}
