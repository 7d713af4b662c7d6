package plumbline.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.Mode;
import plumbline.Preview;
import plumbline.Receipt;
import plumbline.RecordedFigure;
import plumbline.Row;
import plumbline.State;
import plumbline.check.FigureCheck;
import plumbline.ledger.Recorder;

/// Takes the figures of one form in: reads and checks ahead, records behind, and tells what a preview wants to know.
final class FigureIntake {
    /// Of more nobody reads what they raise.
    static final int MOST_KEYS = 5_000;

    private final Order order;
    private final Counters counters;
    private final ReportNames names;
    private final Opened file;
    private final Recorder recorder;
    private final Optional<Foresight> foresight;
    private final Set<String> departments = new TreeSet<>();
    private final List<FigureKey> keys = new ArrayList<>();
    private long brought;

    FigureIntake(
            Order order,
            Counters counters,
            ReportNames names,
            Opened file,
            Recorder recorder,
            Optional<Foresight> foresight) {
        this.order = order;
        this.counters = counters;
        this.names = names;
        this.file = file;
        this.recorder = recorder;
        this.foresight = foresight;
    }

    /// The departments whose figures were taken in.
    Set<String> departments() {
        return departments;
    }

    /// The figures that got a number or another one.
    Receipt.Brought brought() {
        return new Receipt.Brought(keys, brought);
    }

    private void brings(Figure figure, Preview.Effect effect) {
        boolean isNews = effect == Preview.Effect.NEW || effect == Preview.Effect.CHANGED;
        if (isNews && figure.value().state().hasNumber()) {
            brought++;
            if (keys.size() < MOST_KEYS) {
                keys.add(figure.key());
            }
        }
    }

    /// A row that passed the checks.
    private record Checked(Row row, Figure figure) {}

    /// Reads, checks and records the figures of the file.
    ///
    /// @param comparison with what texts state and a person has not confirmed
    void take(FigureCheck check, TextsAndForms comparison) {
        Optional<Replacement> replacement =
                order.mode() == Mode.REPLACE ? Optional.of(new Replacement(file)) : Optional.empty();
        ReadAhead.<Checked>run(checked -> check(check, checked), read -> {
            List<Checked> batch = read.stream()
                    .map(each -> new Checked(each.row(), comparison.compared(file, each.row(), each.figure())))
                    .toList();
            replacement.ifPresent(each -> batch.forEach(row -> each.states(row.figure())));
            record(batch);
        });
        replacement
                .map(each -> each.withdrawOthers(recorder))
                .ifPresent(gone -> gone.forEach(each -> foresight.ifPresent(told -> withdrawn(each, told))));
    }

    private void record(List<Checked> batch) {
        List<Recorder.Outcome> outcomes =
                recorder.figures(batch.stream().map(Checked::figure).toList());
        batch.forEach(each -> departments.add(each.figure().key().department()));
        Map<Long, RecordedFigure> questioned = questioned(batch, outcomes);
        for (int i = 0; i < outcomes.size(); i++) {
            Checked each = batch.get(i);
            Recorder.Outcome outcome = outcomes.get(i);
            Recorder.Outcome full = new Recorder.Outcome(
                    outcome.effect(), outcome.before().map(old -> questioned.getOrDefault(old.id(), old)));
            Contradictions.report(file, each.row(), each.figure(), order.mode(), full, names::of);
            foresight.ifPresent(told -> foresee(each, full, told));
            brings(each.figure(), effect(outcome.effect()));
            counters.recorded();
        }
    }

    /// The figures on record that a finding or a preview may have to name, with their places.
    private Map<Long, RecordedFigure> questioned(List<Checked> batch, List<Recorder.Outcome> outcomes) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Recorder.Outcome outcome = outcomes.get(i);
            boolean empty = batch.get(i).figure().value().state() == State.NOT_MENTIONED;
            boolean listed = foresight
                    .filter(each -> each.lists(effect(outcome.effect())))
                    .isPresent();
            if (outcome.effect() == Recorder.Effect.CONTRADICTS || empty || listed) {
                outcome.before().map(RecordedFigure::id).ifPresent(ids::add);
            }
        }
        return ids.isEmpty() ? Map.of() : recorder.figures(ids);
    }

    private void foresee(Checked checked, Recorder.Outcome outcome, Foresight told) {
        Figure figure = checked.figure();
        boolean isOurs = outcome.before()
                .filter(each -> each.report() == recorder.report() || names.isOurs(each.report()))
                .isPresent();
        told.row(
                new Preview.Row(
                        effect(outcome.effect()),
                        figure.formPlace().orElse(figure.place()),
                        Optional.of(figure.key()),
                        figure.wording(),
                        outcome.before()
                                .filter(each -> each.figure().value().state() != State.WITHDRAWN)
                                .map(each -> held(each))),
                isOurs);
    }

    private void withdrawn(Replacement.Gone gone, Foresight told) {
        told.row(
                new Preview.Row(
                        Preview.Effect.WITHDRAWN,
                        gone.place(),
                        Optional.of(gone.figure().figure().key()),
                        "",
                        Optional.of(held(gone.figure()))),
                names.isOurs(gone.figure().report()));
    }

    private Preview.Held held(RecordedFigure figure) {
        boolean here = figure.report() == recorder.report();
        return new Preview.Held(
                figure.id(),
                figure.report(),
                here ? "" : names.of(figure.report()),
                figure.figure().formPlace().orElse(figure.figure().place()),
                figure.figure().wording());
    }

    private Preview.Effect effect(Recorder.Effect effect) {
        return effect(effect, order.mode());
    }

    /// What a row does in the words of a preview.
    static Preview.Effect effect(Recorder.Effect effect, Mode mode) {
        return switch (effect) {
            case FRESH -> Preview.Effect.NEW;
            case CHANGED -> mode == Mode.WITHDRAW ? Preview.Effect.WITHDRAWN : Preview.Effect.CHANGED;
            case SAME -> Preview.Effect.SAME;
            case CONTRADICTS, NOTHING_TO_WITHDRAW -> Preview.Effect.REFUSED;
        };
    }

    private void check(FigureCheck check, Consumer<Checked> checked) {
        String name = file.file().name();
        file.form()
                .orElseThrow()
                .readings(
                        reading -> {
                            Optional<Figure> figure = check.check(name, reading, file.findings());
                            counters.checked();
                            figure.ifPresent(each -> checked.accept(new Checked(reading.row(), each)));
                        },
                        file.findings());
    }
}
