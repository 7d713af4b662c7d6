package plumbline.analyse;

import java.util.Optional;
import plumbline.Cell;
import plumbline.Review;
import plumbline.Worded;

/// Why a value takes no part in limits and what is judged by them, though it is drawn or named. In a series it is a
/// gap: no moving range is taken across it and it breaks every run. Of several reasons the first in this order.
public enum Exclusion implements Worded {
    /// Withheld, not mentioned, not due and all else without a number.
    NO_NUMBER,
    /// Its parts contradict it; a person has to decide first.
    CONTESTED,
    /// At least, at most, about or a range, however narrow.
    NOT_EXACT,
    /// Read from a text, and nobody has looked at it yet.
    NOT_CONFIRMED;

    /// Empty for a point that counts.
    public static Optional<Exclusion> of(Cell cell) {
        if (cell.interval().isEmpty()) {
            return Optional.of(NO_NUMBER);
        }
        if (cell.conflict().isPresent()) {
            return Optional.of(CONTESTED);
        }
        if (!cell.interval().get().isPoint()) {
            return Optional.of(NOT_EXACT);
        }
        return cell.review() == Review.CONFIRMED ? Optional.empty() : Optional.of(NOT_CONFIRMED);
    }
}
