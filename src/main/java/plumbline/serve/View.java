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

/// What a question is asked of: a state of the ledger, and the day that decides what is due by then.
record View(Vintage vintage, LocalDate today) {
    private static final String ACCEPTED = "an instant that is not in the future: 2026-11-20T09:00:00Z";

    /// Answers views from the parameter `as_of`. Thread-safe.
    static final class Views {
        private final Ledger ledger;
        private final InstantSource clock;
        private final ZoneId zone;

        Views(Ledger ledger, InstantSource clock, ZoneId zone) {
            this.ledger = ledger;
            this.clock = clock;
            this.zone = zone;
        }

        /// The newest state without `as_of`, else the one of that instant, its day included: what was not due
        /// then is not due in the answer.
        View of(Parameters parameters) {
            Instant now = clock.instant();
            Optional<Instant> asOf =
                    parameters.read("as_of", text -> instant(text).filter(each -> !each.isAfter(now)), ACCEPTED);
            Vintage vintage = asOf.map(ledger::asOf).orElseGet(ledger::newest);
            return new View(vintage, LocalDate.ofInstant(asOf.orElse(now), zone));
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
