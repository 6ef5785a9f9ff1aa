package vn.xephang.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a file is by its first bytes; its name does not count. */
enum FileKind {
    /** .xls, also an encrypted .xlsx. */
    OLE2(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1),
    /** .xlsx. */
    ZIP('P', 'K'),
    TEXT;

    private final byte[] magic;

    FileKind(int... magic) {
        this.magic = new byte[magic.length];
        for (int i = 0; i < magic.length; i++) {
            this.magic[i] = (byte) magic[i];
        }
    }

    static FileKind of(Path path) throws IOException, RefusedFile {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] start = in.readNBytes(OLE2.magic.length);
            if (start.length == 0) {
                throw RefusedFile.unreadable("the file is empty");
            }
            return OLE2.starts(start) ? OLE2 : ZIP.starts(start) ? ZIP : TEXT;
        }
    }

    private boolean starts(byte[] start) {
        return start.length >= magic.length && Arrays.equals(start, 0, magic.length, magic, 0, magic.length);
    }
}
