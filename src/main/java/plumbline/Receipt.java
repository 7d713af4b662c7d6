package plumbline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What intake answers for one file.
///
/// @param kind absent where the file could not be recognised
/// @param encoding absent where the bytes could not be decoded
/// @param earlier the attempt that the file was mended after, as it says itself
/// @param report number under which the file is kept; absent where nothing was stored
/// @param proposed how many numbers were read from a text; they await a person and do not count
/// @param questions what the header leaves open
/// @param answers what the header was understood by besides the catalogue
/// @param brought the figures it gave a value, or would give one; none if it was not taken
/// @param preview what the file does row by row; only where that was asked for, and where a commit found it changed
public record Receipt(
        String file,
        Outcome outcome,
        Optional<FormKind> kind,
        Optional<String> encoding,
        Optional<Attempt> earlier,
        Optional<Long> report,
        Counts counts,
        int proposed,
        List<Finding> findings,
        List<Question> questions,
        List<Answer> answers,
        Brought brought,
        Optional<Preview> preview) {
    public Receipt {
        findings = List.copyOf(findings);
        questions = List.copyOf(questions);
        answers = List.copyOf(answers);
    }

    /// A receipt for a file whose header left nothing open, and without a preview.
    public Receipt(
            String file,
            Outcome outcome,
            Optional<FormKind> kind,
            Optional<String> encoding,
            Optional<Attempt> earlier,
            Optional<Long> report,
            Counts counts,
            List<Finding> findings) {
        this(
                file,
                outcome,
                kind,
                encoding,
                earlier,
                report,
                counts,
                0,
                findings,
                List.of(),
                List.of(),
                Brought.NOTHING,
                Optional.empty());
    }

    /// The answer to a commit where the file would not do what was previewed.
    public Receipt asOutdated() {
        Counts none = new Counts(0, 0, counts.same(), counts.refused());
        return new Receipt(
                file,
                Outcome.PREVIEW_OUTDATED,
                kind,
                encoding,
                earlier,
                Optional.empty(),
                none,
                0,
                findings,
                questions,
                answers,
                brought,
                preview);
    }

    /// The same without the list of figures, for keeping.
    public Receipt withoutKeys() {
        return new Receipt(
                file,
                outcome,
                kind,
                encoding,
                earlier,
                report,
                counts,
                proposed,
                findings,
                questions,
                answers,
                new Brought(List.of(), brought.count()),
                preview);
    }

    public enum Outcome implements Worded {
        ACCEPTED,
        /// The same bytes came before; this is what they brought then.
        ALREADY_IMPORTED,
        /// A dry run found nothing to refuse.
        WOULD_ACCEPT,
        /// Nothing of the file was stored, for what stands in it.
        REFUSED,
        /// Nothing of the file was stored, because the database could not: a full disk, a fault of the machine.
        NOT_STORED,
        /// Nothing of the file was stored, because the sender stopped the import.
        CANCELLED,
        /// It would do something else than was previewed; nothing of it was stored.
        PREVIEW_OUTDATED;

        /// Whether the file is in the ledger now, or would be.
        public boolean isTaken() {
            return this == ACCEPTED || this == ALREADY_IMPORTED || this == WOULD_ACCEPT;
        }
    }

    /// The figures whose value is new or another one.
    ///
    /// @param keys the first of them, in the order of the file
    /// @param count how many there are
    public record Brought(List<FigureKey> keys, long count) {
        public static final Brought NOTHING = new Brought(List.of(), 0);

        public Brought {
            keys = List.copyOf(keys);
        }
    }

    /// A header cell that could not be matched.
    ///
    /// @param header its text, by which an order answers
    /// @param candidates what may be meant, likeliest first; the code is the answer
    public record Question(Place place, String header, List<Nearest.Choice> candidates) {
        public Question {
            candidates = List.copyOf(candidates);
        }
    }

    /// What a header cell was read as because somebody said so.
    ///
    /// @param meaning `-` if it was left out
    /// @param earlier who said so for an earlier file; absent if it is said for this one
    public record Answer(String header, String meaning, Optional<Confirmed> earlier) {}

    public record Confirmed(String actor, Instant at) {}

    /// Rows by what they did (or would do).
    ///
    /// @param fresh keys without a value before
    /// @param changed keys that got another value
    /// @param same keys that had this value already
    /// @param refused rows with a fault
    public record Counts(int fresh, int changed, int same, int refused) {
        public static final Counts NONE = new Counts(0, 0, 0, 0);
    }
}
