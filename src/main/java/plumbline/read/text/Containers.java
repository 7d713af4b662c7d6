package plumbline.read.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// Tells documents from workbooks, which come in the same containers. Stateless.
final class Containers {
    private static final int ZIP_NAME_LENGTH = 26;
    private static final int ZIP_NAME = 30;

    private Containers() {}

    /// Whether the zip archive holds a document of Word. A part of it may be a workbook and the other way round; the
    /// archive's own folder comes first. Looks at names only and unpacks nothing.
    static boolean holdsWordZip(byte[] bytes) {
        for (int at = 0; at + ZIP_NAME < bytes.length; at++) {
            if (bytes[at] == 'P' && bytes[at + 1] == 'K' && bytes[at + 2] == 3 && bytes[at + 3] == 4) {
                if (isNamed(bytes, at, "word/")) {
                    return true;
                }
                if (isNamed(bytes, at, "xl/")) {
                    return false;
                }
            }
        }
        return false;
    }

    private static boolean isNamed(byte[] bytes, int entry, String folder) {
        int length = (bytes[entry + ZIP_NAME_LENGTH] & 0xff) | (bytes[entry + ZIP_NAME_LENGTH + 1] & 0xff) << 8;
        int start = entry + ZIP_NAME;
        int end = Math.min(bytes.length, start + Math.min(length, folder.length()));
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1).equals(folder);
    }

    /// Whether the OLE2 container holds a document of Word and no workbook; false where it is damaged.
    static boolean holdsWordOle(byte[] bytes) {
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            DirectoryNode root = container.getRoot();
            return root.hasEntryCaseInsensitive("WordDocument")
                    && !root.hasEntryCaseInsensitive("Workbook")
                    && !root.hasEntryCaseInsensitive("Book");
        } catch (IOException | RuntimeException damaged) { // the library meets damage in many ways
            return false;
        }
    }
}
