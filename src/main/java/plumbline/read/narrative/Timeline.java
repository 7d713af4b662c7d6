package plumbline.read.narrative;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import plumbline.Basis;
import plumbline.Period;
import plumbline.Span;

/// What time the counts of a report cover: the nearest time named before a count, else the report's own period.
///
/// The report's own period stands in its title, else at its beginning, else is what the reader was told.
final class Timeline {
    private static final int BEGINNING = 400;
    private static final String COMPARED = "比较与同由从";
    private static final String EDGES = ",;:。、!?()【】[]\n\t |★";

    private final String text;
    private final List<Scope> scopes;
    private OptionalInt year = OptionalInt.empty();
    private int first;
    private int last;
    private boolean known;
    private int asOfMonth;

    Timeline(Source source, Segment title, Optional<Period> given) {
        this.text = source.text();
        this.scopes = ScopeFinder.in(text, source.masked(), source.steps());
        own(title.start(), title.end(), true);
        boolean toldBetter = given.isPresent() && !namesYear(title.end() + BEGINNING);
        if (!known && !toldBetter) {
            own(0, Math.min(text.length(), title.end() + BEGINNING), false);
        }
        if (!known) {
            dated();
        }
        if (year.isEmpty()) {
            given.ifPresent(this::given);
        }
        asOf();
    }

    /// The report's own period, where it names one that reports are made for.
    Optional<Period> reported() {
        if (!known || year.isEmpty()) {
            return Optional.empty();
        }
        if (first == 0) {
            return Optional.of(new Period.Year(year.getAsInt()));
        }
        Optional<Period> whole = Period.ofSpan(new Span(year.getAsInt(), first, last));
        boolean threeQuarters = first == 1 && last == 9;
        return whole.isPresent() || !threeQuarters ? whole : Optional.of(new Period.Quarter(year.getAsInt(), 3));
    }

    /// A report of one day, 2023年5月20日, that names no longer time is of that month.
    private void dated() {
        for (Scope scope : scopes) {
            if (scope.kind() == Scope.Kind.DAY && scope.year().isPresent() && scope.start() < BEGINNING && !known) {
                year = scope.year();
                first = scope.first();
                last = scope.first();
                known = true;
            }
        }
    }

    private boolean namesYear(int to) {
        return scopes.stream()
                .anyMatch(scope -> scope.start() < to && scope.year().isPresent() && scope.kind() == Scope.Kind.MONTHS);
    }

    private void given(Period period) {
        if (!known || first == 0) {
            first = period instanceof Period.Year ? 0 : period.span().first();
            last = period instanceof Period.Year ? 0 : period.span().last();
        }
        year = OptionalInt.of(period.year());
        known = true;
    }

    /// Takes the first year and the first months named between the places for the report's own; a month alone only
    /// from the title.
    private void own(int from, int to, boolean title) {
        for (Scope scope : scopes) {
            if (scope.start() >= to || known) {
                return;
            }
            if (scope.start() < from || scope.kind() == Scope.Kind.DAY || scope.kind() == Scope.Kind.OWN) {
                continue;
            }
            boolean issue = text.startsWith("第", scope.end());
            if (scope.year().isPresent() && year.isEmpty()) {
                year = scope.year();
            }
            boolean own = scope.shift() == 0 && scope.kind() == Scope.Kind.MONTHS;
            boolean reported =
                    title || scope.last() - scope.first() >= 2 || scope.year().isPresent();
            if (own && scope.hasMonths() && reported) {
                first = scope.first();
                last = scope.last();
                known = true;
            } else if (own && scope.year().isPresent() && !issue) {
                known = !monthsFollow(scope, to);
            }
        }
    }

    /// 2023年第二号…上半年: the months of a bare year may follow in the same line.
    private boolean monthsFollow(Scope bare, int to) {
        for (Scope scope : scopes) {
            if (scope.start() >= Math.min(to, bare.end() + 30)) {
                return false;
            }
            if (scope.start() > bare.end()) {
                boolean sameYear = scope.year().isEmpty() || scope.year().equals(bare.year());
                if (scope.hasMonths()
                        && sameYear
                        && scope.kind() == Scope.Kind.MONTHS
                        && text.substring(bare.end(), scope.start()).indexOf('\n') < 0
                        && text.substring(bare.end(), scope.start()).indexOf('。') < 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private void asOf() {
        for (Scope scope : scopes) {
            if (scope.kind() == Scope.Kind.DAY && scope.start() < BEGINNING) {
                asOfMonth = scope.first();
                return;
            }
        }
    }

    /// The report's own period as written, empty where it is unknown.
    String ownPeriod() {
        return first == 0 ? bareYear(year) : months(year, first, last);
    }

    Covered own() {
        return new Covered(ownPeriod(), Basis.IN_PERIOD, Covered.Relation.INSIDE, false);
    }

    /// The last time named between the places that delimits the counts behind it.
    Optional<Scope> lastIn(int from, int to) {
        int low = 0;
        int high = scopes.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (scopes.get(middle).start() < to) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low - 1; i >= 0 && i > low - 8 && scopes.get(i).start() >= from; i--) {
            Scope scope = scopes.get(i);
            boolean passed = covered(scope).limited() && hasEdge(scope.end(), to);
            if (scope.end() <= to && delimits(scope) && !passed) {
                return Optional.of(scope);
            }
        }
        return Optional.empty();
    }

    private boolean hasEdge(int from, int to) {
        for (int i = from; i < Math.min(to, from + 60); i++) {
            if (",;。".indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return to - from >= 60;
    }

    private boolean delimits(Scope scope) {
        if (scope.kind() == Scope.Kind.DAY) {
            return false;
        }
        char before = scope.start() == 0 ? '\n' : text.charAt(scope.start() - 1);
        boolean opens = EDGES.indexOf(before) >= 0 || "仅自从在于将".indexOf(before) >= 0;
        if (COMPARED.indexOf(before) >= 0 || scope.shift() < 0) {
            return true;
        }
        boolean named = scope.year().isPresent() || scope.shift() != 0;
        if (scope.isBareYear()) {
            return !named || (opens && before != '于');
        }
        boolean oneMonth = scope.first() == scope.last() && !named;
        return !oneMonth || (opens && before != '于');
    }

    Covered covered(Scope scope) {
        OptionalInt of = scope.year().isPresent()
                ? scope.year()
                : year.isPresent() ? OptionalInt.of(year.getAsInt() + scope.shift()) : year;
        char before = scope.start() == 0 ? '\n' : text.charAt(scope.start() - 1);
        Covered.Relation relation = relation(of, scope);
        boolean limited = (COMPARED.indexOf(before) >= 0 && !scope.hasMonths()) || relation == Covered.Relation.BEFORE;
        return switch (scope.kind()) {
            case OWN, DAY -> own();
            case SO_FAR -> new Covered(soFar(of), Basis.TO_DATE, relation, limited);
            case SINCE -> new Covered(since(of), Basis.IN_PERIOD, relation, limited);
            case TO_DATE -> new Covered(months(of, scope.first(), scope.last()), Basis.TO_DATE, relation, limited);
            case MONTHS ->
                scope.hasMonths()
                        ? new Covered(months(of, scope.first(), scope.last()), Basis.IN_PERIOD, relation, limited)
                        : new Covered(yearOf(of), Basis.IN_PERIOD, relation, limited);
        };
    }

    /// A bare year that is the report's own says no more than the report's own period does.
    private String yearOf(OptionalInt of) {
        return of.equals(year) && first > 0 ? ownPeriod() : bareYear(of);
    }

    private Covered.Relation relation(OptionalInt of, Scope scope) {
        if (scope.kind() == Scope.Kind.OWN || scope.kind() == Scope.Kind.SO_FAR || scope.kind() == Scope.Kind.SINCE) {
            return Covered.Relation.INSIDE;
        }
        if (scope.shift() != 0) {
            return scope.shift() < 0 ? Covered.Relation.BEFORE : Covered.Relation.AFTER;
        }
        int from = (of.orElse(0) - year.orElse(0)) * 12 + Math.max(scope.first(), 1);
        int to = (of.orElse(0) - year.orElse(0)) * 12 + (scope.hasMonths() ? scope.last() : 12);
        if (of.isPresent() && year.isEmpty()) {
            return Covered.Relation.INSIDE;
        }
        int ownFrom = first == 0 ? 1 : first;
        int ownTo = first == 0 ? 12 : last;
        boolean toDate = scope.kind() == Scope.Kind.TO_DATE || from == 1;
        if (to < ownFrom) {
            return Covered.Relation.BEFORE;
        }
        return (from > ownTo && !toDate) || from > 12 ? Covered.Relation.AFTER : Covered.Relation.INSIDE;
    }

    private String soFar(OptionalInt of) {
        return of.isPresent() ? of.getAsInt() + "-YTD" : "--YTD";
    }

    private String since(OptionalInt of) {
        if (of.isEmpty() || year.isEmpty() || of.equals(year)) {
            return of.equals(year) ? ownPeriod() : bareYear(of);
        }
        int month = asOfMonth > 0 ? asOfMonth : first == 0 ? 12 : last;
        return "%04d-01/%04d-%02d".formatted(of.getAsInt(), year.getAsInt(), month);
    }

    private static String bareYear(OptionalInt of) {
        return of.isPresent() ? "%04d".formatted(of.getAsInt()) : "";
    }

    private static String months(OptionalInt of, int first, int last) {
        Span span = new Span(of.orElse(2000), first, last);
        String written = Period.ofSpan(span)
                .map(Period::toString)
                .orElse("%04d-%02d/%04d-%02d".formatted(span.year(), first, span.year(), last));
        return of.isPresent() ? written : written.replace("2000-", "--");
    }
}
