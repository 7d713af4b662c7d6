package plumbline.check;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import plumbline.Field;
import plumbline.Finding;
import plumbline.Name;
import plumbline.Row;
import plumbline.Severity;
import plumbline.Worded;

/// One row under check: hands out its fields, passes on what is wrong with them and remembers whether anything was.
final class Faults {
    private final String file;
    private final Row row;
    private final Consumer<Finding> findings;
    private final Set<Field> wrong = EnumSet.noneOf(Field.class);

    Faults(String file, Row row, Consumer<Finding> findings) {
        this.file = file;
        this.row = row;
        this.findings = findings;
    }

    /// Whether the row has an error.
    boolean any() {
        return !wrong.isEmpty();
    }

    /// Whether one of the fields has an error.
    boolean anyAt(Field... fields) {
        return Arrays.stream(fields).anyMatch(wrong::contains);
    }

    Row row() {
        return row;
    }

    String field(Field field) {
        return row.field(field);
    }

    /// The field as a message quotes it.
    String quoted(Field field) {
        return Finding.brief(field(field));
    }

    void error(Field at, String rule, String accepted, String zh, String en) {
        wrong.add(at);
        add(Severity.ERROR, at, rule, field(at), accepted, zh, en);
    }

    void warning(Field at, String rule, String accepted, String zh, String en) {
        add(Severity.WARNING, at, rule, field(at), accepted, zh, en);
    }

    /// An error whose finding shows something else than what stands in the field.
    void error(Field at, String rule, String found, String accepted, String zh, String en) {
        wrong.add(at);
        add(Severity.ERROR, at, rule, found, accepted, zh, en);
    }

    private void add(Severity severity, Field at, String rule, String found, String accepted, String zh, String en) {
        findings.accept(Finding.at(severity, rule, file, row.place(at), found, accepted, new Name(zh, en)));
    }

    /// Notes an error that another check has reported.
    void reported(Field at) {
        wrong.add(at);
    }

    /// An error for an empty field that must not be.
    void missing(Field at, String accepted, String zhWhat, String enWhat) {
        error(
                at,
                "missing_" + at.word(),
                accepted,
                "缺%s，此格应填写。".formatted(zhWhat),
                "the %s is missing; accepted: %s.".formatted(enWhat, accepted));
    }

    /// The constant the field names, the usual one where it is empty; empty, with an error, for any other word.
    <E extends Enum<E> & Worded> Optional<E> worded(Field at, Class<E> type, E usual, String zhWhat) {
        if (field(at).isEmpty()) {
            return Optional.of(usual);
        }
        Optional<E> read = Worded.read(type, field(at));
        if (read.isEmpty()) {
            String all = Worded.all(type);
            String zhAll = all.replace(", ", "、");
            error(
                    at,
                    "bad_" + at.word(),
                    all,
                    "“%s”不是%s；可填%s。".formatted(quoted(at), zhWhat, zhAll),
                    "“%s” is no %s; accepted: %s.".formatted(quoted(at), at.word(), all));
        }
        return read;
    }
}
