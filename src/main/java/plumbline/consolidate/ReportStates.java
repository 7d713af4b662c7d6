package plumbline.consolidate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import plumbline.Deadline;
import plumbline.Department;
import plumbline.DepartmentTree;
import plumbline.Period;
import plumbline.Span;
import plumbline.Worded;

/// Whether the reports came, department by department: the arithmetic of [Gaps], for reports as a whole.
public final class ReportStates {
    /// What is known of one department's report of one span.
    public enum ReportState implements Worded {
        /// The department said something of the span.
        RECEIVED,
        NOT_REPORTED,
        NOT_DUE,
        /// The department did not exist then.
        NOT_APPLICABLE
    }

    /// Stands for the report as a whole, so that the deadlines of single metrics are passed over.
    private static final String WHOLE = "";

    private final DepartmentTree tree;
    private final Map<String, Set<Span>> submissions;
    private final LocalDate today;
    private final Map<String, List<Deadline>> deadlines;
    private final Map<String, Gaps> gaps = new HashMap<>();

    /// @param submissions the spans each department said anything about
    /// @param deadlines the reporting calendar
    /// @param today the day on which the question is asked
    public ReportStates(
            DepartmentTree tree, Map<String, Set<Span>> submissions, List<Deadline> deadlines, LocalDate today) {
        this.tree = tree;
        this.submissions = submissions;
        this.today = today;
        this.deadlines = deadlines.stream().collect(Collectors.groupingBy(Deadline::department));
    }

    /// Who of the departments at and below one reports at all: whoever is asked to by the calendar or ever did, a
    /// department above others only where none of these does. In establishment order.
    public List<String> reporters(String department) {
        Set<String> below = tree.everBelow(department);
        return tree.all().stream()
                .map(Department::code)
                .filter(below::contains)
                .filter(code -> deadlines.containsKey(code) || (submissions.containsKey(code) && isLast(code)))
                .toList();
    }

    /// Whether nobody below the department reports.
    private boolean isLast(String department) {
        return !tree.isEverInner(department)
                || tree.everBelow(department).stream()
                        .filter(code -> !code.equals(department))
                        .noneMatch(code -> deadlines.containsKey(code) || submissions.containsKey(code));
    }

    public ReportState of(String department, Span span) {
        return switch (gaps.computeIfAbsent(department, this::gaps).why(span)) {
            case NOT_REPORTED -> ReportState.NOT_REPORTED;
            case NOT_DUE -> ReportState.NOT_DUE;
            case NOT_APPLICABLE -> ReportState.NOT_APPLICABLE;
            case NOT_MENTIONED,
                    WITHHELD,
                    SUPPRESSED,
                    WITHDRAWN,
                    UNCONFIRMED,
                    EXACT,
                    ZERO,
                    AT_LEAST,
                    AT_MOST,
                    ABOUT,
                    RANGE -> ReportState.RECEIVED; // a report came; here it does not matter of what it speaks
        };
    }

    private Gaps gaps(String department) {
        return new Gaps(
                tree.lived(department),
                WHOLE,
                submissions.getOrDefault(department, Set.of()),
                deadlines.getOrDefault(department, List.of()),
                today);
    }

    /// The newest period that is over and of which at least half of the departments reported; where there is none the
    /// one of which most did. Of several that end together the shortest.
    public Optional<Period> newest(List<String> departments) {
        Set<Period> candidates = new HashSet<>();
        for (String each : departments) {
            submissions.getOrDefault(each, Set.of()).stream()
                    .filter(span -> span.end().isBefore(today))
                    .flatMap(span -> Period.ofSpan(span).stream())
                    .forEach(candidates::add);
        }
        List<Period> newestFirst = new ArrayList<>(candidates);
        newestFirst.sort(Comparator.comparing(Period::end)
                .reversed()
                .thenComparingInt(period -> period.span().months()));
        return newestFirst.stream()
                .filter(period -> isHalfThere(departments, period.span()))
                .findFirst()
                .or(() ->
                        newestFirst.stream().max(Comparator.comparingLong(period -> came(departments, period.span()))));
    }

    private boolean isHalfThere(List<String> departments, Span span) {
        long due = departments.stream()
                .map(each -> of(each, span))
                .filter(state -> state != ReportState.NOT_APPLICABLE)
                .count();
        return due <= 2 * came(departments, span);
    }

    /// How many of the departments said something of just this span.
    private long came(List<String> departments, Span span) {
        return departments.stream()
                .filter(each -> submissions.getOrDefault(each, Set.of()).contains(span))
                .count();
    }
}
