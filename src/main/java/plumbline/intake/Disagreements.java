package plumbline.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import plumbline.Catalog;
import plumbline.Cell;
import plumbline.DepartmentTree;
import plumbline.Finding;
import plumbline.Method;
import plumbline.Name;
import plumbline.Place;
import plumbline.RecordedFigure;
import plumbline.Severity;
import plumbline.check.Breakdowns;
import plumbline.ledger.Recorder;

/// Says which figures of a file cannot be true together with others, of the same file or on record: a quarter above its
/// half-year, a total that falls, parts above their whole. All of them are kept; the cell is marked, and nothing is
/// clamped (DOMAIN §3.3).
final class Disagreements {
    private static final int LISTED = 20_000;
    private static final int QUOTED = 6;

    private final String file;
    private final Breakdowns breakdowns;
    private final Wordings wordings;
    private final Recorder recorder;
    private final LongFunction<String> reports;
    private final Map<List<Long>, Cell> conflicts = new LinkedHashMap<>();
    private final List<Breakdowns.Excess> excesses = new ArrayList<>();

    /// @param reports names the report of a number
    Disagreements(String file, Catalog catalog, DepartmentTree tree, Recorder recorder, LongFunction<String> reports) {
        this.file = file;
        this.breakdowns = new Breakdowns(catalog);
        this.wordings = new Wordings(catalog, tree);
        this.recorder = recorder;
        this.reports = reports;
    }

    /// Settles the import and passes on a finding for each disagreement that one of its figures is part of.
    void report(Consumer<Finding> findings) {
        recorder.settle(this::conflict, cells -> breakdowns.check(cells, this::excess));
        Set<Long> ids = new HashSet<>();
        conflicts.keySet().forEach(ids::addAll);
        excesses.forEach(each -> ids.addAll(behind(each)));
        Map<Long, RecordedFigure> figures = recorder.figures(ids);
        conflicts.forEach((behind, cell) -> {
            List<RecordedFigure> statements = statements(behind, figures);
            findings.accept(finding(
                    Wordings.isNegative(cell) ? "negative_difference" : "contradicts_parts",
                    statements,
                    wordings.conflict(cell, quoted(statements))));
        });
        for (Breakdowns.Excess each : excesses) {
            List<RecordedFigure> statements = statements(behind(each), figures);
            if (isOurs(statements.getFirst())) {
                String rule = each.parts().size() == 1 ? "part_exceeds_whole" : "parts_exceed_whole";
                findings.accept(finding(rule, statements, wordings.excess(each, quoted(statements))));
            }
        }
    }

    /// The same figures may disagree about several spans; the impossible remainder tells most.
    private void conflict(Cell cell) {
        if (conflicts.size() < LISTED) {
            conflicts.merge(cell.figures(), cell, (one, other) -> other.method() == Method.MISSING ? other : one);
        }
    }

    private void excess(Breakdowns.Excess excess) {
        if (excesses.size() < LISTED) {
            excesses.add(excess);
        }
    }

    private static List<Long> behind(Breakdowns.Excess excess) {
        List<Long> ids = new ArrayList<>(excess.whole().figures());
        excess.parts().forEach(each -> ids.addAll(each.figures()));
        return ids;
    }

    /// Those of this file first, its last row before the others, since it is the one that brought the disagreement.
    private List<RecordedFigure> statements(Collection<Long> ids, Map<Long, RecordedFigure> figures) {
        return ids.stream()
                .distinct()
                .map(figures::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing((RecordedFigure each) -> !isOurs(each))
                        .thenComparing(RecordedFigure::id, Comparator.reverseOrder()))
                .toList();
    }

    private boolean isOurs(RecordedFigure figure) {
        return figure.report() == recorder.report();
    }

    private Finding finding(String rule, List<RecordedFigure> statements, Name sentence) {
        RecordedFigure first = statements.getFirst();
        return Finding.at(
                Severity.WARNING,
                rule,
                file,
                place(first),
                first.figure().wording(),
                "figures that can be true together, or mode correct with a reason",
                sentence);
    }

    /// The statements with their places, the first few of many. The first stands where the finding points.
    private Name quoted(List<RecordedFigure> statements) {
        List<Name> all = statements.stream()
                .limit(QUOTED)
                .map(each -> quoted(each, each.equals(statements.getFirst())))
                .toList();
        String zhMore = statements.size() > QUOTED ? "等%d个数".formatted(statements.size()) : "";
        String enMore = statements.size() > QUOTED ? " and %d more".formatted(statements.size() - QUOTED) : "";
        return new Name(
                String.join("、", all.stream().map(Name::zh).toList()) + zhMore,
                String.join("; ", all.stream().map(Name::en).toList()) + enMore);
    }

    private Name quoted(RecordedFigure figure, boolean here) {
        Name said = wordings.said(figure.figure());
        Name place = Finding.spoken(place(figure));
        Name where = here
                ? new Name("此处", "here")
                : isOurs(figure)
                        ? new Name("本文件" + place.zh(), "this file, " + place.en())
                        : Contradictions.where(figure, reports);
        return new Name("%s（%s）".formatted(said.zh(), where.zh()), "%s (%s)".formatted(said.en(), where.en()));
    }

    private static Place place(RecordedFigure figure) {
        return figure.figure().formPlace().orElse(figure.figure().place());
    }
}
