package plumbline.intake;

import plumbline.Field;
import plumbline.Figure;
import plumbline.Finding;
import plumbline.Name;
import plumbline.Place;
import plumbline.RecordedFigure;
import plumbline.Row;
import plumbline.Severity;
import plumbline.ledger.Ledger;
import plumbline.ledger.Recorder;

/// Turns what the ledger would not take into findings: a value that contradicts the one on record, or a withdrawal of
/// nothing.
final class Contradictions {
    private Contradictions() {}

    static void report(Opened file, Row row, Figure figure, Recorder.Outcome outcome) {
        switch (outcome.effect()) {
            case FRESH, CHANGED, SAME -> {}
            case NOTHING_TO_WITHDRAW -> nothingToWithdraw(file, row, figure.wording());
            case CONTRADICTS -> {
                RecordedFigure before = outcome.before().orElseThrow();
                String recorded = before.figure().wording();
                String id = "F%06d".formatted(before.id());
                file.findings()
                        .accept(Finding.at(
                                Severity.ERROR,
                                "contradicts_record",
                                file.file().name(),
                                row.place(Field.VALUE),
                                figure.wording(),
                                "'%s' as recorded (%s), or mode correct with a reason".formatted(recorded, id),
                                new Name(
                                        "已有数据为“%s”（%s），本表为“%s”；如系更正，请用更正方式并写明理由。"
                                                .formatted(recorded, id, figure.wording()),
                                        "'%s' is on record (%s) and this says '%s'; if it is a correction, use mode correct and say why."
                                                .formatted(recorded, id, figure.wording()))));
            }
        }
    }

    static void report(Opened file, Row row, Object what, Recorder.Effect effect) {
        switch (effect) {
            case FRESH, CHANGED, SAME -> {}
            case NOTHING_TO_WITHDRAW -> nothingToWithdraw(file, row, what.toString());
            case CONTRADICTS ->
                file.findings()
                        .accept(Finding.at(
                                Severity.ERROR,
                                "contradicts_record",
                                file.file().name(),
                                row.place(Field.CODE),
                                String.join(",", row.cells()),
                                "what is on record, or mode correct with a reason",
                                new Name(
                                        "与已有登记不同；如系更正，请用更正方式并写明理由。",
                                        "this differs from what is on record; if it is a correction, use mode"
                                                + " correct and say why.")));
        }
    }

    /// The same bytes came before, but what they did was taken back since: the first receipt would say what is not
    /// true.
    static Finding undone(Opened file, Ledger.Recorded before) {
        String report = "R%04d".formatted(before.report().orElseThrow());
        return Finding.at(
                Severity.ERROR,
                "taken_in_and_undone",
                file.file().name(),
                new Place.Line(1, 1),
                report,
                "a file that says something new, if only in a note, in mode correct",
                new Name(
                        "同一文件已作为%s收过，其中%d个数后来被更正或撤回；如要恢复，请改动文件（如加备注）并用更正方式。".formatted(report, before.undone()),
                        "the same file came before as %s, and %d of its figures were corrected or withdrawn since; to put them back, change the file (a note will do) and use mode correct."
                                .formatted(report, before.undone())));
    }

    static Finding onlyFiguresAreWithdrawn(Opened file) {
        return Finding.at(
                Severity.ERROR,
                "only_figures_are_withdrawn",
                file.file().name(),
                new Place.Line(1, 1),
                file.kind().orElseThrow().word(),
                "a figures form, or mode correct",
                new Name(
                        "只能撤回数据表；部门、日历等请用更正方式。",
                        "only figures are withdrawn; correct departments and calendars instead."));
    }

    private static void nothingToWithdraw(Opened file, Row row, String what) {
        file.findings()
                .accept(Finding.at(
                        Severity.ERROR,
                        "nothing_to_withdraw",
                        file.file().name(),
                        row.place(Field.VALUE),
                        what,
                        "a figure that is on record",
                        new Name("没有可撤回的数据。", "there is no such figure on record to withdraw.")));
    }
}
