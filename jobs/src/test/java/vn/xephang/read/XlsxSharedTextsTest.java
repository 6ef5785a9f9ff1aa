package vn.xephang.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;

/** Texts beyond what memory may hold are in a file, and are the same texts. */
class XlsxSharedTextsTest {

    private static final int MANY = 20_000;

    @Test
    void givesEveryTextInAnyOrderHeldOrSpilled() throws Exception {
        List<String> texts = IntStream.range(0, MANY)
                .mapToObj(i -> "Xã " + i + " " + "ệ".repeat(i % 97))
                .toList();
        for (long held : new long[] {0, 500, Long.MAX_VALUE}) {
            try (XlsxSharedTexts shared = read(
                    texts.stream().map(text -> "<si><t>" + text + "</t></si>").collect(Collectors.joining()), held)) {
                assertEquals(held == 0 ? MANY : held == 500 ? MANY - 27 : 0, shared.spilledCount());
                Random random = new Random(5);
                for (int i = 0; i < MANY; i++) {
                    int number = i % 2 == 0 ? i : random.nextInt(MANY);
                    assertEquals(List.of(new CellTexts.Run(texts.get(number), "")), shared.runs(number));
                }
            }
        }
    }

    @Test
    void givesATextLongerThanAPage() throws Exception {
        String text = "Đ".repeat(200_000);
        try (XlsxSharedTexts shared = read("<si><t>a</t></si><si><t>" + text + "</t></si><si><t>b</t></si>", 0)) {
            assertEquals(text, shared.runs(1).get(0).text());
            assertEquals("b", shared.runs(2).get(0).text());
        }
    }

    @Test
    void keepsTheFontsOfRuns() throws Exception {
        String rich = "<si><r><rPr><rFont val=\".VnTime\"/></rPr><t>tr\u00ADêng</t></r><r><t> học</t></r></si>";
        for (long held : new long[] {0, Long.MAX_VALUE}) {
            try (XlsxSharedTexts shared = read(rich, held)) {
                assertEquals(
                        List.of(new CellTexts.Run("tr\u00ADêng", ".VnTime"), new CellTexts.Run(" học", "")),
                        shared.runs(0));
            }
        }
    }

    @Test
    void refusesANumberBeyondTheTexts() throws Exception {
        for (long held : new long[] {0, Long.MAX_VALUE}) {
            try (XlsxSharedTexts shared = read("<si><t>a</t></si>", held)) {
                assertThrows(IndexOutOfBoundsException.class, () -> shared.runs(1));
            }
        }
    }

    private static XlsxSharedTexts read(String texts, long held) throws IOException, XMLStreamException {
        byte[] part = ("<sst>" + texts + "</sst>").getBytes(StandardCharsets.UTF_8);
        return XlsxSharedTexts.read(new ByteArrayInputStream(part), held);
    }
}
