package plumbline.analyse.signal;

import java.time.LocalDate;
import plumbline.Period;

/// A person's recorded decision that a process has become another one: mean and limits begin anew. There is no other
/// way to a new phase, least of all a signal by itself.
///
/// @param first period of the new phase
/// @param reason what is known to have changed, for good
public record PhaseDecision(Period first, LocalDate decided, String reason, String author) {
    public PhaseDecision {
        if (reason.isBlank() || author.isBlank()) {
            throw new IllegalArgumentException("a phase from " + first
                    + " needs a reason and an author; found: reason '" + reason + "', author '" + author + "'");
        }
    }
}
