package vn.xephang.read;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts in a temporary file, found again by their number. Memory holds where every sixteenth begins and the pages read
 * last: sheets refer to texts in about the order in which they are listed. Written first, then only read. Of one thread.
 */
final class SpilledTexts implements Closeable {

    private static final int BETWEEN_MARKS = 16;
    private static final int PAGE = 1 << 16;
    private static final int PAGES_HELD = 64;

    private final FileChannel file;
    private final ByteArrayOutputStream unwritten = new ByteArrayOutputStream();
    private final Map<Long, byte[]> pages = new LinkedHashMap<>(PAGES_HELD, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, byte[]> eldest) {
            return size() > PAGES_HELD;
        }
    };
    private long[] marks = new long[1 << 10];
    private int count;
    private long written;

    SpilledTexts() {
        try {
            Path path = Files.createTempFile("texts", ".tmp");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make a temporary file for the texts of a workbook", e);
        }
    }

    int count() {
        return count;
    }

    void add(List<CellTexts.Run> text) {
        if (count % BETWEEN_MARKS == 0) {
            if (count / BETWEEN_MARKS == marks.length) {
                marks = Arrays.copyOf(marks, 2 * marks.length);
            }
            marks[count / BETWEEN_MARKS] = written + unwritten.size();
        }
        byte[] bytes = bytes(text);
        unwritten.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        unwritten.writeBytes(bytes);
        count++;
        if (unwritten.size() >= PAGE) {
            write();
        }
    }

    /** @throws IndexOutOfBoundsException when there is no such text */
    List<CellTexts.Run> get(int number) {
        if (number < 0 || number >= count) {
            throw new IndexOutOfBoundsException("No text " + number + " among " + count);
        }
        if (unwritten.size() > 0) {
            write();
        }
        long at = marks[number / BETWEEN_MARKS];
        for (int i = 0; i < number % BETWEEN_MARKS; i++) {
            at += Integer.BYTES + length(at);
        }
        return runs(read(at + Integer.BYTES, length(at)));
    }

    private int length(long at) {
        return ByteBuffer.wrap(read(at, Integer.BYTES)).getInt();
    }

    private byte[] read(long at, int length) {
        byte[] bytes = new byte[length];
        int done = 0;
        while (done < length) {
            byte[] page = pages.computeIfAbsent((at + done) / PAGE, this::page);
            int from = (int) ((at + done) % PAGE);
            int part = Math.min(length - done, page.length - from);
            System.arraycopy(page, from, bytes, done, part);
            done += part;
        }
        return bytes;
    }

    private byte[] page(long number) {
        ByteBuffer page = ByteBuffer.allocate((int) Math.min(PAGE, written - number * PAGE));
        try {
            while (page.hasRemaining() && file.read(page, number * PAGE + page.position()) > 0) {
                // until the page is whole
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the texts of a workbook again", e);
        }
        return page.array();
    }

    private void write() {
        ByteBuffer bytes = ByteBuffer.wrap(unwritten.toByteArray());
        try {
            while (bytes.hasRemaining()) {
                written += file.write(bytes, written);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the texts of a workbook to a temporary file", e);
        }
        unwritten.reset();
        // The last page may have been read when it was shorter.
        pages.clear();
    }

    private static byte[] bytes(List<CellTexts.Run> text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(text.size());
            for (CellTexts.Run run : text) {
                write(out, run.text());
                write(out, run.font());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] letters = text.getBytes(StandardCharsets.UTF_16BE);
        out.writeInt(letters.length);
        out.write(letters);
    }

    private static List<CellTexts.Run> runs(byte[] bytes) {
        List<CellTexts.Run> runs = new ArrayList<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            for (int left = in.readInt(); left > 0; left--) {
                runs.add(new CellTexts.Run(text(in), text(in)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return runs;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_16BE);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
