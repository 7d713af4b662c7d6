package plumbline.ledger;

import static plumbline.ledger.generated.Tables.FIGURE;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import plumbline.FigureKey;
import plumbline.Mode;
import plumbline.Receipt;
import plumbline.RecordedFigure;
import plumbline.Review;
import plumbline.State;
import plumbline.ledger.generated.tables.Figure;

/// Asks for figures as of an import.
final class FigureQueries {
    private static final long NONE = -1;
    /// What a year is in the code of a span.
    private static final long YEAR = 10_000;

    /// In the words of the index `figure_unconfirmed`.
    private static final Condition UNCONFIRMED = FIGURE.REVIEW.eq(DSL.inline(1L));

    private static final List<Long> NUMBERS = Codes.STATES.stream()
            .filter(State::hasNumber)
            .map(each -> (long) Codes.number(Codes.STATES, each))
            .toList();

    private final Dictionary dictionary;
    private final long vintage;
    private final Condition known;

    FigureQueries(Dictionary dictionary, long vintage) {
        this.dictionary = dictionary;
        this.vintage = vintage;
        this.known = FIGURE.IMPORT_ID.le(vintage);
    }

    /// All revisions that meet the condition, in the order of their keys.
    List<RecordedFigure> all(DSLContext dsl, Condition condition) throws SQLException {
        List<RecordedFigure> found = new ArrayList<>();
        new FigureRows(dictionary).each(dsl, condition.and(known), found::add);
        return found;
    }

    /// The figures with a number that a report brought, in the order in which they were recorded.
    ///
    /// @param most how many of them are named at most
    Receipt.Brought brought(DSLContext dsl, long report, int most) throws SQLException {
        Condition brought = known.and(FIGURE.REPORT_ID.eq(report)).and(FIGURE.STATE.in(NUMBERS));
        List<Long> first = dsl.select(FIGURE.ID)
                .from(FIGURE)
                .where(brought)
                .orderBy(FIGURE.ID)
                .limit(most)
                .fetch(FIGURE.ID);
        if (first.isEmpty()) {
            return Receipt.Brought.NOTHING;
        }
        List<FigureKey> keys = all(dsl, numbered(first)).stream()
                .sorted(Comparator.comparingLong(RecordedFigure::id))
                .map(each -> each.figure().key())
                .toList();
        return new Receipt.Brought(keys, dsl.fetchCount(FIGURE, brought));
    }

    /// The figures of these numbers. They stand in the statement as they are: a chart asks for hundreds, and to bind
    /// each of them takes longer than to read it.
    static Condition numbered(Collection<Long> ids) {
        String numbers = ids.stream().distinct().sorted().map(String::valueOf).collect(Collectors.joining(", "));
        return DSL.condition("{0} in ({1})", FIGURE.ID, DSL.raw(numbers));
    }

    /// How those figures are worded, by number; next to nothing is read of each.
    Map<Long, String> wordings(DSLContext dsl, Collection<Long> ids) throws SQLException {
        Map<Long, String> wordings = new HashMap<>();
        try (ResultSet row = dsl.select(FIGURE.ID, FIGURE.WORDING)
                .from(FIGURE)
                .where(numbered(ids))
                .and(known)
                .fetchResultSet()) {
            while (row.next()) {
                wordings.put(row.getLong(1), row.getString(2));
            }
        }
        return wordings;
    }

    /// All revisions of a key, oldest first.
    List<RecordedFigure> revisions(DSLContext dsl, FigureKey key) throws SQLException {
        Condition near = FIGURE.METRIC_ID
                .eq(dictionary.metricNumber(key.metric()).orElse(NONE))
                .and(FIGURE.DEPARTMENT_ID.eq(
                        dictionary.departmentNumber(key.department()).orElse(NONE)))
                .and(FIGURE.CATEGORY_ID.eq(
                        dictionary.categoryNumber(key.category()).orElse(NONE)))
                .and(FIGURE.SPAN.eq((long) key.period().span().code()));
        return all(dsl, near).stream()
                .filter(each -> each.figure().key().equals(key))
                .toList();
    }

    /// The newest revision of every key selected.
    ///
    /// @param unconfirmedToo whether a revision that nobody has confirmed counts
    void each(DSLContext dsl, FigureSelection selection, boolean unconfirmedToo, Consumer<RecordedFigure> sink)
            throws SQLException {
        new FigureRows(dictionary).eachCurrent(dsl, selected(selection).and(years(selection)), each -> {
            if (counts(each, selection, unconfirmedToo)) {
                sink.accept(each);
            }
        });
    }

    /// Some of these: as many as asked for of those whose keys come after that of a figure.
    List<RecordedFigure> after(
            DSLContext dsl, FigureSelection selection, boolean unconfirmedToo, OptionalLong after, int most)
            throws SQLException {
        Condition condition = selected(selection).and(years(selection));
        if (after.isPresent()) {
            condition = condition.and(FigureRows.after(dsl, after.getAsLong()));
        }
        List<RecordedFigure> found = new ArrayList<>();
        new FigureRows(dictionary).someCurrent(dsl, condition, each -> {
            if (counts(each, selection, unconfirmedToo)) {
                found.add(each);
            }
            return found.size() < most;
        });
        return found;
    }

    private static boolean counts(RecordedFigure each, FigureSelection selection, boolean unconfirmedToo) {
        return (unconfirmedToo || each.figure().review() == Review.CONFIRMED)
                && selection.includes(each.figure().key().period().span());
    }

    /// The years that the selection lies in.
    private static Condition years(FigureSelection selection) {
        Condition from = selection
                .from()
                .map(first -> FIGURE.SPAN.ge(first.year() * YEAR))
                .orElse(DSL.noCondition());
        Condition to = selection
                .to()
                .map(last -> FIGURE.SPAN.lt((last.year() + 1) * YEAR))
                .orElse(DSL.noCondition());
        return from.and(to);
    }

    /// Passes on what changed between another vintage and this one: of each key selected the revision that counted then
    /// and the one that counts now, where they differ; absent where there was or is none.
    ///
    /// @param unconfirmedToo whether a revision that nobody has confirmed counts
    void eachChange(
            DSLContext dsl, FigureSelection selection, long since, boolean unconfirmedToo, Figures.ChangedFigure sink)
            throws SQLException {
        Figure later = FIGURE.as("later");
        Condition touched = DSL.exists(dsl.selectOne()
                .from(later)
                .where(sameKey(later, FIGURE))
                .and(later.IMPORT_ID.gt(since))
                .and(later.IMPORT_ID.le(vintage)));
        Changing changing = new Changing(since, unconfirmedToo, sink);
        new FigureRows(dictionary).each(dsl, selected(selection).and(touched), each -> {
            if (selection.includes(each.figure().key().period().span())) {
                changing.accept(each);
            }
        });
        changing.finish();
    }

    /// Looks at the revisions of one key after the other.
    private static final class Changing {
        private final long since;
        private final boolean unconfirmedToo;
        private final Figures.ChangedFigure sink;
        private Optional<RecordedFigure> before = Optional.empty();
        private Optional<RecordedFigure> last = Optional.empty();

        Changing(long since, boolean unconfirmedToo, Figures.ChangedFigure sink) {
            this.since = since;
            this.unconfirmedToo = unconfirmedToo;
            this.sink = sink;
        }

        void accept(RecordedFigure next) {
            if (last.isPresent() && !key(last.get()).equals(key(next))) {
                finish();
            }
            if (next.importNumber() <= since) {
                before = Optional.of(next);
            }
            last = Optional.of(next);
        }

        void finish() {
            Optional<RecordedFigure> then = before.filter(this::counts);
            Optional<RecordedFigure> now = last.filter(this::counts);
            if (last.isPresent() && !said(then).equals(said(now))) {
                sink.changed(then, now, last.get());
            }
            before = Optional.empty();
            last = Optional.empty();
        }

        private boolean counts(RecordedFigure each) {
            return each.figure().value().state() != State.WITHDRAWN
                    && (unconfirmedToo || each.figure().review() == Review.CONFIRMED);
        }

        private static FigureKey key(RecordedFigure each) {
            return each.figure().key();
        }

        private static List<Object> said(Optional<RecordedFigure> figure) {
            return figure.map(RecordedFigure::figure)
                    .map(each -> List.<Object>of(each.value(), each.wording(), each.review()))
                    .orElse(List.of());
        }
    }

    /// Codes of the metrics that somebody left something unconfirmed of, be it confirmed since.
    Set<String> unconfirmedMetrics(DSLContext dsl) {
        return dsl.selectDistinct(FIGURE.METRIC_ID)
                .from(FIGURE)
                .where(UNCONFIRMED)
                .fetchSet(row -> dictionary.metric(row.value1()));
    }

    /// The newest revisions about a metric that nobody has confirmed.
    List<RecordedFigure> unconfirmed(DSLContext dsl, String metric, Collection<String> departments)
            throws SQLException {
        return unconfirmed(
                dsl,
                FIGURE.METRIC_ID
                        .eq(dictionary.metricNumber(metric).orElse(NONE))
                        .and(FIGURE.DEPARTMENT_ID.in(departments.stream()
                                .flatMap(code -> dictionary.departmentNumber(code).stream())
                                .toList())));
    }

    /// The newest revisions that meet the condition and that nobody has confirmed.
    List<RecordedFigure> unconfirmed(DSLContext dsl, Condition condition) throws SQLException {
        Figure newer = FIGURE.as("newer");
        Condition newest = DSL.notExists(dsl.selectOne()
                .from(newer)
                .where(sameKey(newer, FIGURE))
                .and(newer.REVISION.gt(FIGURE.REVISION))
                .and(newer.IMPORT_ID.le(vintage)));
        return all(dsl, condition.and(UNCONFIRMED).and(newest)).stream()
                .filter(each -> each.figure().value().state() != State.WITHDRAWN)
                .toList();
    }

    private Condition selected(FigureSelection selection) {
        Condition condition = known;
        if (!selection.metrics().isEmpty()) {
            condition = condition.and(FIGURE.METRIC_ID.in(selection.metrics().stream()
                    .flatMap(code -> dictionary.metricNumber(code).stream())
                    .toList()));
        }
        if (!selection.departments().isEmpty()) {
            condition = condition.and(FIGURE.DEPARTMENT_ID.in(selection.departments().stream()
                    .flatMap(code -> dictionary.departmentNumber(code).stream())
                    .toList()));
        }
        return condition;
    }

    /// How many figures of an import no longer stand as it left them: of an addition those withdrawn since, of a
    /// correction those with another value since, of a withdrawal those stated again.
    static int undone(DSLContext dsl, long importNumber, Mode mode) {
        Figure newest = FIGURE.as("newest");
        Figure newer = FIGURE.as("newer");
        Condition withdrawn = newest.STATE.eq((long) Codes.number(Codes.STATES, State.WITHDRAWN));
        Condition since = switch (mode) {
            case ADD -> withdrawn;
            case CORRECT, REPLACE ->
                newest.STATE
                        .ne(FIGURE.STATE)
                        .or(newest.VALUE.isDistinctFrom(FIGURE.VALUE))
                        .or(newest.LOWER.isDistinctFrom(FIGURE.LOWER))
                        .or(newest.UPPER.isDistinctFrom(FIGURE.UPPER));
            case WITHDRAW -> withdrawn.not();
        };
        return dsl.fetchCount(dsl.selectOne()
                .from(FIGURE)
                .join(newest)
                .on(sameKey(newest, FIGURE))
                .where(FIGURE.IMPORT_ID.eq(importNumber))
                .and(newest.REVISION.gt(FIGURE.REVISION))
                .and(since)
                .andNotExists(dsl.selectOne()
                        .from(newer)
                        .where(sameKey(newer, newest))
                        .and(newer.REVISION.gt(newest.REVISION))));
    }

    private static Condition sameKey(Figure one, Figure other) {
        return one.METRIC_ID
                .eq(other.METRIC_ID)
                .and(one.DEPARTMENT_ID.eq(other.DEPARTMENT_ID))
                .and(one.CATEGORY_ID.eq(other.CATEGORY_ID))
                .and(one.SPAN.eq(other.SPAN))
                .and(one.BASIS.eq(other.BASIS))
                .and(one.SCOPE.eq(other.SCOPE))
                .and(one.RANGE_FROM.eq(other.RANGE_FROM))
                .and(one.RANGE_TO.eq(other.RANGE_TO));
    }
}
