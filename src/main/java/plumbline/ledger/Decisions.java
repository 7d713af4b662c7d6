package plumbline.ledger;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import plumbline.Period;
import plumbline.Refusal;
import plumbline.Target;
import plumbline.Vintage;

/// What people decided beside the figures: minimum standards, phases of control charts, questions set aside; part of
/// the [Ledger]. Each decision is an import without a file, with a seal of its own. Thread-safe.
public final class Decisions {
    private final Database database;
    private final InstantSource clock;
    private final PerVintage<List<RecordedTarget>> targets = new PerVintage<>();
    private final PerVintage<List<RecordedPhase>> phases = new PerVintage<>();
    private final PerVintage<Map<String, Decided>> dismissals = new PerVintage<>();

    Decisions(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Who decides something, and why.
    public record By(String actor, String reason) {
        /// @throws Refusal without a name or a reason
        public By {
            if (actor.isBlank()) {
                throw Refusal.invalid("actor", actor, "the name of whoever decides");
            }
            if (reason.isBlank()) {
                throw Refusal.invalid("reason", reason, "why, in a sentence");
            }
        }
    }

    /// The minimum standards, in the order in which they were first set.
    public List<RecordedTarget> targets(Vintage vintage) {
        return targets.get(
                vintage, () -> database.read((_, dsl) -> new DecisionRows(dsl, vintage.importNumber()).targets()));
    }

    /// The phases of all series.
    public List<RecordedPhase> phases(Vintage vintage) {
        return phases.get(
                vintage, () -> database.read((_, dsl) -> new DecisionRows(dsl, vintage.importNumber()).phases()));
    }

    /// The questions that somebody has set aside.
    public Map<String, Decided> dismissals(Vintage vintage) {
        return dismissals.get(
                vintage, () -> database.read((_, dsl) -> new DecisionRows(dsl, vintage.importNumber()).dismissals()));
    }

    /// Sets a standard, in the place of the one before it.
    ///
    /// @throws Refusal if just that stands already
    public void set(Target target, By by) {
        record(by, "at_least", deciding -> deciding.target(target));
    }

    /// Ends a standard.
    ///
    /// @throws Refusal if there is no such standard
    public void takeTargetBack(String metric, String department, Period period, By by) {
        record(by, "period", deciding -> deciding.noTarget(metric, department, period));
    }

    /// Begins a phase of a series, or takes its beginning back.
    ///
    /// @throws Refusal if that stands already, or if there is nothing to take back
    public void phase(
            String metric, String department, Optional<String> category, Period first, boolean stands, By by) {
        record(by, "first", deciding -> deciding.phase(metric, department, category, first, stands));
    }

    /// Sets a question aside, or asks it again.
    ///
    /// @throws Refusal if that stands already, or if it was not set aside
    public void dismiss(String question, boolean stands, By by) {
        record(by, "question", deciding -> deciding.dismissal(question, stands));
    }

    private void record(By by, String parameter, Function<Deciding, Recorder.Effect> work) {
        Recorder.Effect effect = database.write((connection, dsl) -> {
            try (Deciding deciding = new Deciding(connection, dsl, by.actor(), by.reason())) {
                Recorder.Effect done = work.apply(deciding);
                boolean said = done == Recorder.Effect.FRESH || done == Recorder.Effect.CHANGED;
                if (said) {
                    deciding.seal(clock.instant());
                }
                return new Database.Written<>(said, done);
            }
        });
        if (effect == Recorder.Effect.SAME) {
            throw Refusal.conflict(parameter, "what stands already", "something else");
        }
        if (effect == Recorder.Effect.NOTHING_TO_WITHDRAW) {
            throw Refusal.conflict(parameter, "nothing to take back", "what is on record");
        }
    }
}
