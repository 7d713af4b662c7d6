package plumbline.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.Finding;
import plumbline.Name;
import plumbline.Period;
import plumbline.Place;
import plumbline.RecordedFigure;
import plumbline.Severity;
import plumbline.ledger.Recorder;

/// A file that takes the place of all that is on record for its one department and one period. What it states, if only
/// that nothing is mentioned, is not withdrawn.
final class Replacement {
    private final Opened file;
    private final Set<FigureKey> stated = new HashSet<>();
    private Optional<Figure> first = Optional.empty();
    private boolean several;

    /// A figure that the file takes away by not stating it.
    ///
    /// @param place the beginning of the form
    record Gone(RecordedFigure figure, Place place) {}

    Replacement(Opened file) {
        this.file = file;
    }

    /// The file states this figure.
    void states(Figure figure) {
        if (several) {
            return; // refused whatever else it states
        }
        if (first.isEmpty()) {
            first = Optional.of(figure);
        }
        FigureKey one = first.get().key();
        FigureKey key = figure.key();
        if (one.department().equals(key.department()) && one.period().equals(key.period())) {
            stated.add(key);
        } else {
            several = true;
            refuse(figure);
        }
    }

    private static Place place(Figure figure) {
        return figure.formPlace().orElse(figure.place());
    }

    private void refuse(Figure figure) {
        FigureKey one = first.orElseThrow().key();
        FigureKey other = figure.key();
        file.findings()
                .accept(Finding.at(
                        Severity.ERROR,
                        "replaces_several",
                        file.file().name(),
                        place(figure),
                        other.department() + " " + other.period(),
                        one.department() + " " + one.period() + " only",
                        new Name(
                                "替换方式的文件只能是一个部门的一个期间：前面是%s %s，这里是%s %s；请分成几个文件，或用更正方式。"
                                        .formatted(one.department(), one.period(), other.department(), other.period()),
                                "a file that replaces must be of one department and one period: it began with %s %s, and here is %s %s; split it, or use mode correct."
                                        .formatted(
                                                one.department(), one.period(), other.department(), other.period()))));
    }

    /// Withdraws what the file does not state, unless it is at fault.
    List<Gone> withdrawOthers(Recorder recorder) {
        if (first.isEmpty() && !file.findings().hasErrors()) {
            file.findings().accept(nothing());
        }
        if (file.findings().hasErrors()) {
            return List.of();
        }
        FigureKey about = first.orElseThrow().key();
        Period period = about.period();
        Place place = beginning(place(first.get()));
        return recorder.withdrawOthers(about.department(), period, stated, place).stream()
                .map(each -> new Gone(each.before().orElseThrow(), place))
                .toList();
    }

    /// No place of the form speaks of what it leaves out.
    private static Place beginning(Place any) {
        return any instanceof Place.Cell cell ? new Place.Cell(cell.sheet(), 1, 1) : new Place.Line(1, 1);
    }

    private Finding nothing() {
        return Finding.at(
                Severity.ERROR,
                "replaces_nothing",
                file.file().name(),
                new Place.Line(1, 1),
                "no figures",
                "the figures of one department and one period",
                new Name(
                        "文件里没有数据，看不出替换的是哪个部门的哪个期间；要去掉数据，请用撤回方式。",
                        "the file has no figures, so nobody can tell which department and period it replaces; to take"
                                + " figures back, use mode withdraw."));
    }
}
