package plumbline.read;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;

/// Bytes whose way of writing is known. Keeps the bytes it was given and copies nothing until asked to.
///
/// @param start where the text begins, behind a byte order mark
/// @param encoding name for people: `UTF-8`, `UTF-8 (BOM)`, `UTF-16LE`, `GB18030` …
@SuppressWarnings("ArrayRecordComponent") // compared nowhere; a copy would double a large file
public record Decoded(byte[] bytes, int start, Charset charset, String encoding) {
    /// The characters as a stream, decoded piece by piece.
    public Reader reader() {
        return new InputStreamReader(new ByteArrayInputStream(bytes, start, bytes.length - start), charset);
    }

    /// The whole as a string, line ends as they are.
    public String text() {
        return new String(bytes, start, bytes.length - start, charset);
    }
}
