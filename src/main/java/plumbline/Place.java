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

    /// A cell of a spreadsheet, `row` and `column` 1-based.
    record Cell(String sheet, int row, int column) implements Place {
        /// In A1 notation.
        public String reference() {
            StringBuilder letters = new StringBuilder();
            for (int rest = column; rest > 0; rest = (rest - 1) / 26) {
                letters.insert(0, (char) ('A' + (rest - 1) % 26));
            }
            return letters.append(row).toString();
        }

        @Override
        public String toString() {
            return sheet + "!" + reference();
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
