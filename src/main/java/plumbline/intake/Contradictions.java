package plumbline.intake;

import java.util.function.LongFunction;
import plumbline.Field;
import plumbline.Figure;
import plumbline.Finding;
import plumbline.Mode;
import plumbline.Name;
import plumbline.Place;
import plumbline.RecordedFigure;
import plumbline.Row;
import plumbline.Severity;
import plumbline.State;
import plumbline.ledger.Book;
import plumbline.ledger.LedgerException;
import plumbline.ledger.Recorder;

/// Turns what the ledger would not take into findings: a value that contradicts the one on record, or a withdrawal of
/// nothing.
final class Contradictions {
    private Contradictions() {}

    /// @param reports names the report of a number
    static void report(
            Opened file, Row row, Figure figure, Mode mode, Recorder.Outcome outcome, LongFunction<String> reports) {
        switch (outcome.effect()) {
            case FRESH, CHANGED -> {}
            case SAME -> {
                if (mode != Mode.ADD && figure.value().state() == State.NOT_MENTIONED) {
                    outcome.before()
                            .filter(each -> each.figure().value().state() != State.NOT_MENTIONED)
                            .ifPresent(standing -> emptyDeletesNothing(file, row, standing, reports));
                }
            }
            case NOTHING_TO_WITHDRAW -> nothingToWithdraw(file, row, figure.wording());
            case CONTRADICTS -> {
                RecordedFigure before = outcome.before().orElseThrow();
                String recorded = before.figure().wording();
                String now = Finding.brief(figure.wording());
                Name where = where(before, reports);
                file.findings()
                        .accept(Finding.at(
                                Severity.ERROR,
                                "contradicts_record",
                                file.file().name(),
                                row.place(Field.VALUE),
                                figure.wording(),
                                "'%s' as recorded (%s), or mode correct with a reason".formatted(recorded, where.en()),
                                new Name(
                                        "本表为“%s”，而已有数据为“%s”（%s）；原数未动。如系更正，请用更正方式并写明理由。"
                                                .formatted(now, recorded, where.zh()),
                                        "this says “%s”, but “%s” is on record (%s) and stays; if this is a correction, use mode correct and say why."
                                                .formatted(now, recorded, where.en()))));
            }
        }
    }

    /// `F000012, q1.csv, line 3, column 4`.
    static Name where(RecordedFigure figure, LongFunction<String> reports) {
        String id = "F%06d".formatted(figure.id());
        String report = reports.apply(figure.report());
        Name place = Finding.spoken(
                figure.figure().formPlace().orElse(figure.figure().place()));
        return new Name("%s，%s%s".formatted(id, report, place.zh()), "%s, %s, %s".formatted(id, report, place.en()));
    }

    private static void emptyDeletesNothing(
            Opened file, Row row, RecordedFigure standing, LongFunction<String> reports) {
        String recorded = standing.figure().wording();
        Name where = where(standing, reports);
        file.findings()
                .accept(Finding.at(
                        Severity.WARNING,
                        "empty_deletes_nothing",
                        file.file().name(),
                        row.place(Field.VALUE),
                        row.field(Field.VALUE),
                        "another value, or mode withdraw to take '%s' back".formatted(recorded),
                        new Name(
                                "空格不删除数据：“%s”（%s）仍然有效；如要去掉，请用撤回方式。".formatted(recorded, where.zh()),
                                "an empty value deletes nothing: “%s” (%s) stands; to take it back, use mode withdraw."
                                        .formatted(recorded, where.en()))));
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
    static Finding undone(Opened file, Book.Recorded before) {
        String report = "R%04d".formatted(before.report().orElseThrow());
        return Finding.at(
                Severity.ERROR,
                "taken_in_and_undone",
                file.file().name(),
                new Place.Line(1, 1),
                report,
                "a file that says something new, if only in a note, in mode correct",
                new Name(
                        "同一文件已作为%s收过，其中%d项后来被更正或撤回；如要恢复，请改动文件（如加备注）并用更正方式。".formatted(report, before.undone()),
                        "the same file came before as %s, and %d things it said were corrected or withdrawn since; to put them back, change the file (a note will do) and use mode correct."
                                .formatted(report, before.undone())));
    }

    /// The database failed. Whether a commit that failed left anything is not for us to know; the digest of the file
    /// sees to it that sending it again does no harm.
    static Finding notStored(Opened file, LedgerException broken) {
        String why = String.valueOf(broken.getMessage());
        return Finding.at(
                Severity.ERROR,
                "not_stored",
                file.file().name(),
                new Place.Line(1, 1),
                why,
                "the same file again when the database has room and works",
                new Name(
                        "数据库没能写入，本文件未入库（%s）；修复后请原样重报，不会重复入库。".formatted(why),
                        "the database could not take the file and nothing of it was stored (%s); send it again when that is mended, it is never taken in twice."
                                .formatted(why)));
    }

    /// A kind of file that may not come in this mode.
    static Finding unfit(Opened file, Mode mode) {
        boolean withdraws = mode == Mode.WITHDRAW;
        return Finding.at(
                Severity.ERROR,
                withdraws ? "cannot_be_withdrawn" : "only_figures_are_replaced",
                file.file().name(),
                new Place.Line(1, 1),
                file.kind().orElseThrow().word(),
                withdraws
                        ? "a figures form, reorganisations or a calendar; or mode correct"
                        : "a figures form, or mode correct",
                withdraws
                        ? new Name(
                                "能撤回的是数据、机构调整和报送日历；部门和指标请用更正方式。",
                                "figures, reorganisations and lines of the calendar are withdrawn; departments and"
                                        + " metrics are corrected instead.")
                        : new Name(
                                "只能替换数据表；部门、日历等请用更正方式。",
                                "only figures are replaced; correct departments and calendars instead."));
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
