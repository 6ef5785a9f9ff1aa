package vn.xephang.read;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A delivered text: UTF-8 or UTF-16 with a byte order mark, or without one in the encoding that a contract states.
 * Anything else stops the reading.
 */
final class TextFile {

    private static final int LONGEST_MARK = 3;

    private final Path path;
    /** Not known until somebody asks. */
    private Boolean isUtf8;

    private enum Encoding {
        UTF_8_MARKED(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
        UTF_16_LE(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
        UTF_16_BE(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
        UTF_8(StandardCharsets.UTF_8);

        private final Charset charset;
        private final int[] mark;

        Encoding(Charset charset, int... mark) {
            this.charset = charset;
            this.mark = mark;
        }

        private boolean starts(byte[] start) {
            for (int i = 0; i < mark.length; i++) {
                if (i >= start.length || (start[i] & 0xFF) != mark[i]) {
                    return false;
                }
            }
            return true;
        }

        static Encoding of(byte[] start) {
            for (Encoding encoding : values()) {
                if (encoding.starts(start)) {
                    return encoding;
                }
            }
            return UTF_8;
        }
    }

    /** The file is no text that we read. */
    private static final class NotText extends IOException {

        private static final long serialVersionUID = 1;

        NotText(String message) {
            super(message);
        }
    }

    TextFile(Path path) {
        this.path = path;
    }

    /**
     * The text after the byte order mark; reading it fails where a byte is not of the encoding.
     *
     * @param unmarked encoding of a text without a mark
     */
    Reader open(String unmarked) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path));
        in.mark(LONGEST_MARK);
        Encoding encoding = Encoding.of(in.readNBytes(LONGEST_MARK));
        in.reset();
        in.skipNBytes(encoding.mark.length);
        Charset charset = encoding == Encoding.UTF_8 ? unmarked(unmarked) : encoding.charset;
        return new StrictReader(
                new InputStreamReader(
                        in,
                        charset.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                charset);
    }

    /**
     * Every byte is a letter in a one-byte encoding, so a text in UTF-8 would be read as letters that nobody wrote.
     * Text of another encoding that happens to be whole UTF-8 does not occur: each letter beyond ASCII would have to.
     */
    private Charset unmarked(String declared) throws IOException {
        Charset charset = Charset.forName(declared);
        if (charset.equals(StandardCharsets.UTF_8)) {
            return charset;
        }
        if (isUtf8 == null) {
            isUtf8 = isUtf8();
        }
        return isUtf8 ? StandardCharsets.UTF_8 : charset;
    }

    private boolean isUtf8() throws IOException {
        try (Reader reader = new InputStreamReader(
                Files.newInputStream(path),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Refuses what is not text: bytes outside the encoding, and zero characters. */
    private static final class StrictReader extends FilterReader {

        private final Charset charset;

        StrictReader(Reader in, Charset charset) {
            super(in);
            this.charset = charset;
        }

        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
            try {
                int count = super.read(buffer, offset, length);
                for (int i = offset; i < offset + count; i++) {
                    if (buffer[i] == 0) {
                        throw new NotText("not a text file: it holds zero characters");
                    }
                }
                return count;
            } catch (CharacterCodingException e) {
                throw new NotText("the text is not " + charset + "; save it as CSV UTF-8");
            }
        }
    }
}
