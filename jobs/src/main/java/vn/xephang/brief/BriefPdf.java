package vn.xephang.brief;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import vn.xephang.answer.Brief;

/** A brief as one page of PDF: vectors and selectable text. Equal input gives equal bytes: its date is the release's. */
final class BriefPdf {

    private BriefPdf() {}

    static void write(Brief brief, Language language, OutputStream out) {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId((long) brief.origin().releaseId().hashCode());
            document.getDocumentCatalog().setLanguage(language.code());
            document.setDocumentInformation(information(brief, language));
            PDPage sheet = new PDPage(new PDRectangle(Page.WIDTH, Page.HEIGHT));
            document.addPage(sheet);
            try (PDPageContentStream stream = new PDPageContentStream(document, sheet)) {
                new BriefPage(new Page(stream, Typeface.in(document)), brief, language).draw();
            }
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write a brief", e);
        }
    }

    private static PDDocumentInformation information(Brief brief, Language language) {
        Phrases phrases = new Phrases(brief, language);
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(phrases.title()
                + phrases.syntheticMark().map(mark -> " (" + mark + ")").orElse(""));
        information.setSubject(phrases.scorecard());
        information.setCreator("Xephang");
        information.setKeywords(brief.origin().releaseId());
        information.setCreationDate(
                GregorianCalendar.from(brief.origin().publishedAt().atZone(ZoneOffset.UTC)));
        return information;
    }
}
