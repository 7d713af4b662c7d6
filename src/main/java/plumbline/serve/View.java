package plumbline.serve;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import plumbline.Vintage;
import plumbline.ledger.Ledger;

/// What a question is asked of: a state of the ledger, the day that decides what is due by then, and whether what
/// awaits a person counts.
record View(Vintage vintage, LocalDate today, boolean unconfirmedToo) {
    /// Only what a person stands behind counts.
    View(Vintage vintage, LocalDate today) {
        this(vintage, today, false);
    }

    /// The same, in which also counts what nobody has confirmed yet, if the parameter `review` says so.
    View reviewed(Parameters parameters) {
        return new View(
                vintage, today, parameters.choice("review", "confirmed", "all").equals("all"));
    }

    private static final String ACCEPTED = "an instant that is not in the future: 2026-11-20T09:00:00Z";

    /// Answers views from the parameter `as_of`. Thread-safe.
    static final class Views {
        private final Ledger ledger;
        private final InstantSource clock;
        private final ZoneId zone;
        private final Optional<LocalDate> judged;

        Views(Ledger ledger, InstantSource clock, ZoneId zone) {
            this(ledger, clock, zone, Optional.empty());
        }

        private Views(Ledger ledger, InstantSource clock, ZoneId zone, Optional<LocalDate> judged) {
            this.ledger = ledger;
            this.clock = clock;
            this.zone = zone;
            this.judged = judged;
        }

        /// The same, in which a set day decides what is due.
        Views on(LocalDate day) {
            return new Views(ledger, clock, zone, Optional.of(day));
        }

        /// The newest state without `as_of`, else the one of that instant, its day included: what was not due
        /// then is not due in the answer.
        View of(Parameters parameters) {
            Instant now = clock.instant();
            Optional<Instant> asOf = instant(parameters, "as_of", now);
            Vintage vintage = asOf.map(ledger::asOf).orElseGet(ledger::newest);
            return new View(vintage, day(asOf.orElse(now)));
        }

        /// A state of the ledger as it is seen today.
        View at(Vintage vintage) {
            return new View(vintage, day(clock.instant()));
        }

        /// The state of the instant in the parameter `since`, which must not lie after that of `as_of`; absent
        /// without it.
        Optional<View> since(Parameters parameters) {
            Instant now = clock.instant();
            Optional<Instant> since = instant(parameters, "since", now);
            Optional<Instant> asOf = parameters.text("as_of").flatMap(Views::instant);
            if (since.isPresent() && asOf.isPresent() && since.get().isAfter(asOf.get())) {
                parameters.fault("since", since.get().toString(), "an instant that is not after as_of: " + asOf.get());
            }
            return since.map(each -> new View(ledger.asOf(each), day(each)));
        }

        /// The day it is.
        LocalDate today() {
            return day(clock.instant());
        }

        /// The day an instant belongs to, in the zone of the reporting calendar.
        LocalDate day(Instant instant) {
            return judged.orElseGet(() -> LocalDate.ofInstant(instant, zone));
        }

        /// When a day begins there.
        Instant startOf(LocalDate day) {
            return day.atStartOfDay(zone).toInstant();
        }

        private static Optional<Instant> instant(Parameters parameters, String name, Instant now) {
            return parameters.read(name, text -> instant(text).filter(each -> !each.isAfter(now)), ACCEPTED);
        }

        private static Optional<Instant> instant(String text) {
            try {
                // A plus sign that was not escaped arrives as a blank.
                return Optional.of(OffsetDateTime.parse(text.replace(' ', '+')).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
