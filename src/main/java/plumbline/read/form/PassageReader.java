package plumbline.read.form;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import plumbline.Field;
import plumbline.Finding;
import plumbline.Name;
import plumbline.Place;
import plumbline.Row;
import plumbline.Severity;

/// Reads the passage a row of a figures form points to: document, start, end and quote, all of them or none.
record PassageReader(String file, Consumer<Finding> findings) {
    private static final List<Field> FIELDS = List.of(Field.DOCUMENT, Field.START, Field.END, Field.QUOTE);

    /// The passage; absent where the row names none, and, with findings, where it cannot be read.
    Optional<Place.Passage> read(Row row) {
        if (FIELDS.stream()
                .allMatch(field -> field == Field.DOCUMENT || row.field(field).isEmpty())) {
            return Optional.empty(); // a row may name its text without a passage: what is not mentioned stands nowhere
        }
        List<Field> missing =
                FIELDS.stream().filter(field -> row.field(field).isEmpty()).toList();
        missing.forEach(field -> incomplete(row, field));
        OptionalInt start = offset(row, Field.START);
        OptionalInt end = offset(row, Field.END);
        if (!missing.isEmpty() || start.isEmpty() || end.isEmpty()) {
            return Optional.empty();
        }
        String quote = row.cells().get(row.columns().getOrDefault(Field.QUOTE, 0)); // its blanks belong to it
        return Optional.of(new Place.Passage(row.field(Field.DOCUMENT), start.getAsInt(), end.getAsInt(), quote));
    }

    private OptionalInt offset(Row row, Field field) {
        String text = row.field(field);
        if (!text.isEmpty() && text.length() < 10 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalInt.of(Integer.parseInt(text));
        }
        if (!text.isEmpty()) {
            error(
                    row,
                    field,
                    "bad_offset",
                    text,
                    "a whole number from 0",
                    new Name(
                            "“%s”不是位置；应为从0起的整数（按字符计）。".formatted(Finding.brief(text)),
                            "“%s” is no offset; a whole number from 0 is, counting characters."
                                    .formatted(Finding.brief(text))));
        }
        return OptionalInt.empty();
    }

    private void incomplete(Row row, Field field) {
        error(
                row,
                field,
                "incomplete_passage",
                "",
                "document, start, end and quote; or none of the last three",
                new Name(
                        "出处缺%s；start、end、quote须与document同时填写，或都留空。".formatted(field.word()),
                        "the passage lacks %s; give start, end and quote together with document, or leave them empty."
                                .formatted(field.word())));
    }

    private void error(Row row, Field field, String rule, String found, String accepted, Name sentence) {
        findings.accept(Finding.at(Severity.ERROR, rule, file, row.place(field), found, accepted, sentence));
    }
}
