package plumbline;

/// Where in a received file something stands.
public sealed interface Place {
    /// A field of a CSV form, both 1-based.
    record Line(int line, int column) implements Place {
        @Override
        public String toString() {
            return line + ":" + column;
        }
    }

    /// A cell of a spreadsheet in A1 notation.
    record Cell(String sheet, String reference) implements Place {
        @Override
        public String toString() {
            return sheet + "!" + reference;
        }
    }

    /// A span of a narrative text: [`start`, `end`) in Unicode code points of the decoded text, and the words there.
    record Passage(String document, int start, int end, String quote) implements Place {
        @Override
        public String toString() {
            return start + "-" + end;
        }
    }
}
