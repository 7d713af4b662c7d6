package plumbline.write;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Workbook;

/// Workbooks as bytes.
final class Bytes {
    /// The first moment a ZIP file can tell.
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Bytes() {}

    static byte[] of(Workbook workbook) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            workbook.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // it goes to memory
        }
        return out.toByteArray();
    }

    /// The same workbook without the times at which its parts were packed: equal content, equal bytes.
    static byte[] timeless(byte[] xlsx) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(xlsx.length);
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(xlsx));
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
                ZipEntry copy = new ZipEntry(each.getName());
                copy.setTimeLocal(ALWAYS);
                out.putNextEntry(copy);
                in.transferTo(out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
