package plumbline.intake;

import java.util.List;
import java.util.Optional;
import plumbline.Preview;
import plumbline.Receipt;
import plumbline.read.form.Form;

/// What the sender of a file is told in the end.
final class Receipts {
    private Receipts() {}

    /// @param report the file has become or had become before
    /// @param proposed how many numbers of a text await a person
    /// @param brought what the file would leave behind if it is taken
    static Receipt of(
            Opened file,
            Receipt.Outcome outcome,
            Optional<Long> report,
            Receipt.Counts counts,
            int proposed,
            Receipt.Brought brought,
            Optional<Preview> preview) {
        boolean refused = !outcome.isTaken();
        boolean isFaulty = outcome == Receipt.Outcome.REFUSED || outcome == Receipt.Outcome.PREVIEW_OUTDATED;
        return new Receipt(
                file.file().name(),
                outcome,
                file.kind(),
                file.encoding(),
                file.form().flatMap(Form::earlier),
                refused ? Optional.empty() : report,
                new Receipt.Counts(
                        refused ? 0 : counts.fresh(),
                        refused ? 0 : counts.changed(),
                        counts.same(),
                        isFaulty ? file.findings().faultyRows() : 0),
                proposed,
                file.findings().list(),
                questions(file),
                answers(file),
                refused ? Receipt.Brought.NOTHING : brought,
                preview);
    }

    private static List<Receipt.Question> questions(Opened file) {
        return file.questions().stream()
                .map(each -> new Receipt.Question(each.place(), each.header(), each.candidates()))
                .toList();
    }

    private static List<Receipt.Answer> answers(Opened file) {
        return file.answers().stream()
                .map(each -> new Receipt.Answer(
                        each.cell().header(),
                        each.meaning(),
                        each.earlier().map(who -> new Receipt.Confirmed(who.actor(), who.at()))))
                .toList();
    }
}
