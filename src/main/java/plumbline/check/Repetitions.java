package plumbline.check;

import plumbline.Field;
import plumbline.FigureKey;
import plumbline.Finding;
import plumbline.State;
import plumbline.Value;

/// Says of two rows of one file that speak of the same key what becomes of them (DOMAIN §3.3): of equal ones the first
/// is kept; of two that hide their number, too, though nobody can tell whether they hide the same; others contradict
/// each other, and the file is refused.
final class Repetitions {
    private Repetitions() {}

    static void report(Faults row, FigureKey key, Duplicates.First first, Value value) {
        String what = "%s %s%s %s"
                .formatted(
                        key.department(),
                        key.metric(),
                        key.category().map(" "::concat).orElse(""),
                        key.period());
        if (!first.value().equals(value)) {
            contradicting(row, what, first);
        } else if (value.state() == State.WITHHELD || value.state() == State.SUPPRESSED) {
            hidden(row, what, first.line());
        } else {
            equal(row, what, first.line());
        }
    }

    private static void contradicting(Faults row, String what, Duplicates.First first) {
        boolean nothing = first.wording().isEmpty();
        String before = Finding.brief(first.wording());
        String zhBefore = nothing ? "空格（未提及）" : "“" + before + "”";
        String enBefore = nothing ? "nothing (not mentioned)" : "“" + before + "”";
        String now = row.quoted(Field.VALUE);
        String zhNow = now.isEmpty() ? "空格（未提及）" : "“" + now + "”";
        String enNow = now.isEmpty() ? "nothing (not mentioned)" : "“" + now + "”";
        row.error(
                Field.VALUE,
                "contradicts_own_file",
                "what line %d says, or one row only".formatted(first.line()),
                "第%d行报的是%s，本行报的是%s，说的是同一数（%s）；两者不同，请只留核实过的一行。".formatted(first.line(), zhBefore, zhNow, what),
                "line %d says %s and this row %s, of the same figure (%s); keep the one row that is right."
                        .formatted(first.line(), enBefore, enNow, what));
    }

    private static void hidden(Faults row, String what, int line) {
        row.warning(
                Field.VALUE,
                "repeated_withheld",
                "one row for it (line %d is the first)".formatted(line),
                "与第%d行说的是同一数（%s），两处都隐去了数目，是否相同无从得知；只记一条，以第%d行为准。".formatted(line, what, line),
                "speaks of the same figure as line %d (%s); both hide the number, so nobody can tell whether it is the same; line %d is kept."
                        .formatted(line, what, line));
    }

    private static void equal(Faults row, String what, int line) {
        row.warning(
                Field.VALUE,
                "repeated_row",
                "one row for it (line %d is the first)".formatted(line),
                "与第%d行重复（%s），数值相同；只记一条，以第%d行为准。".formatted(line, what, line),
                "repeats line %d (%s) with the same value; line %d is kept.".formatted(line, what, line));
    }
}
