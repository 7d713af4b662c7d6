package plumbline.analyse.rate;

import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.Cell;
import plumbline.Interval;
import plumbline.Worded;

/// A part of its whole (整改率, 办结率) with Wilson's interval, or why there are only the two counts.
public record Proportion(Cell part, Cell whole, Optional<Rate.Estimate> share, Optional<WithoutShare> reason) {
    /// Of fewer than so many there is no share.
    public static final int SMALLEST_WHOLE = 20;

    /// Why there is no share; of several reasons the first in this order.
    public enum WithoutShare implements Worded {
        WITHHELD,
        MISSING,
        /// One of the two is contradicted by its parts.
        CONTESTED,
        /// The whole has no upper bound.
        WHOLE_OPEN,
        /// Fewer than 20.
        WHOLE_BELOW_20,
        /// More in the part than in the whole, for it has some of earlier periods (308 closed of 298 filed): two
        /// cohorts, no share.
        PART_ABOVE_WHOLE
    }

    public static Proportion of(Cell part, Cell whole) {
        Optional<Interval> above = part.interval();
        Optional<Interval> below = whole.interval();
        if (above.isEmpty() || below.isEmpty()) {
            boolean hidden = Numbers.isHidden(part) || Numbers.isHidden(whole);
            return without(part, whole, hidden ? WithoutShare.WITHHELD : WithoutShare.MISSING);
        }
        if (part.conflict().isPresent() || whole.conflict().isPresent()) {
            return without(part, whole, WithoutShare.CONTESTED);
        }
        if (below.get().upper().isEmpty()) {
            return without(part, whole, WithoutShare.WHOLE_OPEN);
        }
        if (below.get().lower() < SMALLEST_WHOLE) {
            return without(part, whole, WithoutShare.WHOLE_BELOW_20);
        }
        long most = below.get().upper().getAsLong();
        if (above.get().lower() > below.get().lower() || above.get().upper().orElse(0) > most) {
            return without(part, whole, WithoutShare.PART_ABOVE_WHOLE);
        }
        return new Proportion(
                part, whole, Optional.of(estimate(above.get(), below.get().lower(), most)), Optional.empty());
    }

    private static Proportion without(Cell part, Cell whole, WithoutShare why) {
        return new Proportion(part, whole, Optional.empty(), Optional.of(why));
    }

    /// An open part ends with the whole.
    private static Rate.Estimate estimate(Interval part, long least, long most) {
        long parts = Math.min(part.upper().orElse(least), least);
        return new Rate.Estimate(
                part.lower() / (double) most,
                OptionalDouble.of(parts / (double) least),
                ShareBounds.wilson(part.lower(), most, Level.P95).lower(),
                OptionalDouble.of(ShareBounds.wilson(parts, least, Level.P95).upper()));
    }
}
