package plumbline.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A ZIP file that is the same bytes whenever it is written: its entries bear no time. What is written goes into the
/// entry begun last. Not thread-safe.
final class Archive extends OutputStream {
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;

    Archive(OutputStream out, int level) {
        zip = new ZipOutputStream(out);
        zip.setLevel(level);
    }

    void begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
    }

    void end() throws IOException {
        zip.closeEntry();
    }

    void entry(String name, byte[] content) throws IOException {
        begin(name);
        zip.write(content);
        end();
    }

    @Override
    public void write(int one) throws IOException {
        zip.write(one);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        zip.write(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
        zip.flush();
    }

    /// Writes the directory; without it nothing opens the file.
    void finish() throws IOException {
        zip.finish();
    }
}
