package plumbline.analyse.rate;

import java.util.Optional;
import java.util.OptionalDouble;
import plumbline.Cell;
import plumbline.Interval;
import plumbline.Worded;

/// Events per 100 staff and year, or why there is only the count. Numerator and denominator stand beside it.
///
/// @param staff absent where no head-count is known
public record Rate(Cell events, Optional<StaffTime> staff, Optional<Estimate> per100, Optional<WithoutRate> reason) {
    /// With fewer people one event more or less moves the rate by more than it can say.
    public static final int SMALLEST_STAFF = 20;

    /// With fewer events the words are 数量过少，不宜比较 (too few to compare).
    public static final int FEW_EVENTS = 5;

    /// A rate with its interval at 95 %. Where numerator or denominator is not exact, everything that is possible: from
    /// the lowest rate to the highest, and the union of the intervals of both ends.
    ///
    /// @param high absent where the numerator is open: "at least"
    /// @param upper absent with `high`
    public record Estimate(double low, OptionalDouble high, double lower, OptionalDouble upper) {}

    /// Why there is no rate; of several reasons the first in this order.
    public enum WithoutRate implements Worded {
        /// Withheld or hidden: a rate would give it away.
        EVENTS_WITHHELD,
        EVENTS_MISSING,
        /// The number of events is contradicted by its parts.
        EVENTS_CONTESTED,
        STAFF_MISSING,
        /// A head-count without an upper bound.
        STAFF_OPEN,
        /// Fewer than 20 staff.
        STAFF_BELOW_20
    }

    public static Rate of(Cell events, Optional<StaffTime> staff) {
        Optional<WithoutRate> reason = reason(events, staff);
        Optional<Estimate> per100 = reason.isPresent() || events.interval().isEmpty() || staff.isEmpty()
                ? Optional.empty()
                : Optional.of(estimate(events.interval().get(), staff.get()));
        return new Rate(events, staff, per100, reason);
    }

    private static Optional<WithoutRate> reason(Cell events, Optional<StaffTime> staff) {
        if (events.interval().isEmpty()) {
            return Optional.of(Numbers.isHidden(events) ? WithoutRate.EVENTS_WITHHELD : WithoutRate.EVENTS_MISSING);
        }
        if (events.conflict().isPresent()) {
            return Optional.of(WithoutRate.EVENTS_CONTESTED);
        }
        if (staff.isEmpty()) {
            return Optional.of(WithoutRate.STAFF_MISSING);
        }
        if (staff.get().isOpen()) {
            return Optional.of(WithoutRate.STAFF_OPEN);
        }
        return staff.get().mayBeBelow(SMALLEST_STAFF) ? Optional.of(WithoutRate.STAFF_BELOW_20) : Optional.empty();
    }

    private static Estimate estimate(Interval events, StaffTime staff) {
        double least = 100 / staff.mostYears();
        double most = 100 / staff.leastYears();
        double lower = CountBounds.of(events.lower(), Level.P95).lower() * least;
        OptionalDouble high = Numbers.map(events.upper(), count -> count * most);
        OptionalDouble upper = Numbers.map(
                events.upper(), count -> CountBounds.of(count, Level.P95).upper() * most);
        return new Estimate(events.lower() * least, high, lower, upper);
    }

    /// Whether there may be fewer than five events: the rate stands, but is not to be compared.
    public boolean isOfFewEvents() {
        return events.interval().map(count -> count.lower() < FEW_EVENTS).orElse(false);
    }
}
