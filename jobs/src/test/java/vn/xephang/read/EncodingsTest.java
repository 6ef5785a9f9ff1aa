package vn.xephang.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No sample of these encodings is at hand; the texts are made here. */
class EncodingsTest {

    private static final String TEXT = "Tỉnh Thừa Thiên - Huế, Đắk Lắk, Bà Rịa - Vũng Tàu";

    /** As windows-1258 writes it: base letters with a circumflex, breve or horn, and the tone as a mark behind. */
    private static final String TONES_APART = Normalizer.normalize(TEXT, Normalizer.Form.NFD)
            .replace("a\u0302", "â")
            .replace("e\u0302", "ê")
            .replace("o\u0302", "ô")
            .replace("a\u0306", "ă")
            .replace("o\u031B", "ơ")
            .replace("u\u031B", "ư");

    @TempDir
    Path folder;

    @Test
    void windows1258IsReadWhereTheContractSaysSoAndComposed() throws IOException {
        byte[] bytes = TONES_APART.getBytes(Charset.forName("windows-1258"));
        assertEquals(TEXT, GridCell.ofText(read(bytes, "windows-1258")).text());
    }

    @Test
    void undeclaredBytesAreRefusedAndNeverReadAsOtherLetters() {
        byte[] bytes = TONES_APART.getBytes(Charset.forName("windows-1258"));
        IOException e = assertThrows(IOException.class, () -> read(bytes, "utf-8"));
        assertEquals("the text is not UTF-8; save it as CSV UTF-8", e.getMessage());
    }

    @Test
    void textThatIsWholeUtf8IsReadAsThatWhateverIsDeclared() throws IOException {
        assertEquals(TEXT, read(TEXT.getBytes(StandardCharsets.UTF_8), "windows-1258"));
    }

    @Test
    void aByteOrderMarkDecides() throws IOException {
        assertEquals(TEXT, read(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8), "windows-1258"));
        assertEquals(TEXT, read(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16LE), "utf-8"));
        assertEquals(TEXT, read(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_16BE), "utf-8"));
    }

    @Test
    void decomposedTextIsComposed() throws IOException {
        byte[] bytes = Normalizer.normalize(TEXT, Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8);
        assertEquals(TEXT, GridCell.ofText(read(bytes, "utf-8")).text());
    }

    private String read(byte[] bytes, String declared) throws IOException {
        Path file = Files.write(folder.resolve("made.csv"), bytes);
        try (Reader reader = new TextFile(file).open(declared)) {
            StringWriter text = new StringWriter();
            reader.transferTo(text);
            return text.toString();
        }
    }
}
