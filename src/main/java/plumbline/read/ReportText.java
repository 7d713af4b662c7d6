package plumbline.read;

import java.util.Optional;
import java.util.function.Consumer;
import plumbline.Finding;
import plumbline.Place;

/// A narrative report: its decoded text with the line ends it came with. Offsets count code points of that text.
public record ReportText(String name, String encoding, String text) {
    /// Decodes the file; empty, with a finding, where its encoding cannot be told.
    public static Optional<ReportText> open(String name, byte[] bytes, Consumer<Finding> findings) {
        return open(name, bytes, Encoding.DETECTED, findings);
    }

    /// As above, in the encoding that a person named.
    public static Optional<ReportText> open(String name, byte[] bytes, Encoding encoding, Consumer<Finding> findings) {
        return Charsets.decode(name, bytes, encoding, findings)
                .map(decoded -> new ReportText(name, decoded.encoding(), decoded.text()));
    }

    /// Length in code points.
    public int length() {
        return text.codePointCount(0, text.length());
    }

    /// The passage [`start`, `end`) with its words.
    ///
    /// @throws IndexOutOfBoundsException if it does not lie inside the text
    public Place.Passage passage(int start, int end) {
        int from = text.offsetByCodePoints(0, start);
        int to = text.offsetByCodePoints(from, end - start);
        return new Place.Passage(name, start, end, text.substring(from, to));
    }
}
