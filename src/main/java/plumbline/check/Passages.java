package plumbline.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import plumbline.Field;
import plumbline.Finding;
import plumbline.Place;

/// Checks that the words a row quotes stand in the document where the row says they do. Offsets count code points.
final class Passages {
    private final Function<String, Optional<String>> documents;
    private final Map<String, Optional<Text>> known = new HashMap<>();

    /// @param documents the decoded text of a document by its file name
    Passages(Function<String, Optional<String>> documents) {
        this.documents = documents;
    }

    /// A document with its length in code points, so that offsets into it are only counted out where they must be.
    private record Text(String chars, int length) {
        static Text of(String chars) {
            return new Text(chars, chars.codePointCount(0, chars.length()));
        }

        private int index(int offset) {
            return length == chars.length() ? offset : chars.offsetByCodePoints(0, offset);
        }

        String between(int start, int end) {
            return chars.substring(index(start), index(end));
        }

        /// The offset at which the words first stand; -1 if nowhere.
        int find(String words) {
            int index = words.isEmpty() ? -1 : chars.indexOf(words);
            return index < 0 ? -1 : chars.codePointCount(0, index);
        }
    }

    /// A row may name its text without a passage; the text must be there all the same.
    void checkDocument(Faults row) {
        String document = row.field(Field.DOCUMENT);
        if (!document.isEmpty() && text(document).isEmpty()) {
            unknown(row);
        }
    }

    private Optional<Text> text(String document) {
        return known.computeIfAbsent(document, name -> documents.apply(name).map(Text::of));
    }

    private static void unknown(Faults row) {
        row.error(
                Field.DOCUMENT,
                "unknown_document",
                "a text of this import or of an earlier one",
                "没有文件“%s”；请与本表一并报送。".formatted(row.quoted(Field.DOCUMENT)),
                "there is no document “%s”; send it along with the form.".formatted(row.quoted(Field.DOCUMENT)));
    }

    void check(Faults row, Place.Passage passage) {
        Optional<Text> text = text(passage.document());
        if (text.isEmpty()) {
            unknown(row);
        } else if (passage.start() >= passage.end()
                || passage.end() > text.get().length()) {
            outside(row, passage, text.get());
        } else {
            String there = text.get().between(passage.start(), passage.end());
            if (!there.equals(passage.quote())) {
                differs(row, passage, text.get(), Finding.brief(there));
            }
        }
    }

    private static void outside(Faults row, Place.Passage passage, Text text) {
        Field at = passage.end() > text.length() ? Field.END : Field.START;
        row.error(
                at,
                "passage_outside",
                "0 ≤ start < end ≤ " + text.length(),
                "“%s”共%d字，没有第%s段。".formatted(passage.document(), text.length(), passage),
                "“%s” has %d characters and no passage %s.".formatted(passage.document(), text.length(), passage));
    }

    private static void differs(Faults row, Place.Passage passage, Text text, String there) {
        int elsewhere = text.find(passage.quote());
        int length = passage.quote().codePointCount(0, passage.quote().length());
        String where = elsewhere + "-" + (elsewhere + length);
        row.error(
                Field.QUOTE,
                "quote_differs",
                elsewhere < 0 ? there : where,
                "“%s”第%s字是“%s”，不是所引的“%s”%s。"
                        .formatted(
                                passage.document(),
                                passage,
                                there,
                                Finding.brief(passage.quote()),
                                elsewhere < 0 ? "" : "；所引文字在" + where),
                "characters %s of “%s” are “%s”, not the quoted “%s”%s."
                        .formatted(
                                passage,
                                passage.document(),
                                there,
                                Finding.brief(passage.quote()),
                                elsewhere < 0 ? "" : "; the quoted words stand at " + where));
    }
}
