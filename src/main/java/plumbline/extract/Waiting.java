package plumbline.extract;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// Bytes that wait, packed, in a temporary file until their turn comes: rows pack to a thirtieth, and where the folder
/// for temporary files is memory, that counts. Closing it removes the file. Not thread-safe.
final class Waiting extends OutputStream {
    private static final int PIECE = 1 << 16;

    private final Path file;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final OutputStream packed;

    Waiting() throws IOException {
        file = Files.createTempFile("plumbline-extract", ".part"); // mode 0600
        packed = new DeflaterOutputStream(Files.newOutputStream(file), deflater, PIECE);
    }

    Path file() {
        return file;
    }

    @Override
    public void write(int one) throws IOException {
        packed.write(one);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        packed.write(bytes, offset, length);
    }

    /// Passes on all that was written; nothing may be written afterwards.
    void sendTo(OutputStream out) throws IOException {
        packed.close();
        try (InputStream in = new InflaterInputStream(new BufferedInputStream(Files.newInputStream(file), PIECE))) {
            in.transferTo(out);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            packed.close();
        } finally {
            deflater.end();
            Files.deleteIfExists(file);
        }
    }
}
