package plumbline.ledger;

import static plumbline.ledger.generated.Tables.FIGURE;
import static plumbline.ledger.generated.Tables.REPORT;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.ResultQuery;
import org.jooq.SelectField;
import org.jooq.impl.DSL;
import plumbline.Figure;
import plumbline.FigureKey;
import plumbline.Interval;
import plumbline.Period;
import plumbline.Place;
import plumbline.RecordedFigure;
import plumbline.Span;
import plumbline.State;
import plumbline.Value;

/// Reads figures from the table, in the order of their keys, oldest revision first.
///
/// Rows come by number from the driver's result set and not as jOOQ records, because extracts and rebuilds read
/// millions of them.
final class FigureRows {
    // What a row has, in one number: each column that is read costs a call into the database's library, and most rows
    // lack most of them.
    private static final long STATES = 16;
    private static final int BASIS = 16;
    private static final int SCOPE = 64;
    private static final int REVIEW = 128;
    private static final int VALUE = 256;
    private static final int LOWER = 512;
    private static final int UPPER = 1024;
    private static final int NOTE = 2048;
    private static final int SHEET = 4096;
    private static final int LINE = 8192;
    private static final int QUOTE = 16384;
    private static final int RANGE = 32768;
    private static final int ONE_NUMBER = 65536; // value and both bounds
    private static final long REVISION = 131072;

    // Two numbers in one, for the same reason: those of imports and reports have 31 bits each, columns of forms 20.
    private static final long IMPORT = 1L << 31;
    private static final long FIELD_LINE = 1L << 20;

    private static final Field<Long> BRIEF = FIGURE.STATE
            .add(FIGURE.BASIS.mul(inline(BASIS)))
            .add(FIGURE.SCOPE.mul(inline(SCOPE)))
            .add(FIGURE.REVIEW.mul(inline(REVIEW)))
            .add(has(FIGURE.VALUE.isNotNull(), VALUE))
            .add(has(FIGURE.LOWER.isNotNull(), LOWER))
            .add(has(FIGURE.UPPER.isNotNull(), UPPER))
            .add(has(FIGURE.NOTE.isNotNull(), NOTE))
            .add(has(FIGURE.SHEET.isNotNull(), SHEET))
            .add(has(FIGURE.LINE.isNotNull(), LINE))
            .add(has(FIGURE.QUOTE.isNotNull(), QUOTE))
            .add(has(FIGURE.VALUE.eq(FIGURE.LOWER).and(FIGURE.VALUE.eq(FIGURE.UPPER)), ONE_NUMBER))
            .add(has(FIGURE.RANGE_FROM.ne(inline(0)).or(FIGURE.RANGE_TO.ne(inline(0))), RANGE))
            .add(FIGURE.REVISION.mul(inline(REVISION)));

    private static final List<SelectField<?>> COLUMNS = List.of(
            FIGURE.ID,
            FIGURE.IMPORT_ID.mul(inline(IMPORT)).add(FIGURE.REPORT_ID),
            FIGURE.METRIC_ID,
            FIGURE.DEPARTMENT_ID,
            FIGURE.CATEGORY_ID,
            FIGURE.SPAN,
            BRIEF,
            FIGURE.VALUE,
            FIGURE.LOWER,
            FIGURE.UPPER,
            FIGURE.WORDING,
            FIGURE.NOTE,
            FIGURE.SHEET,
            FIGURE.LINE.mul(inline(FIELD_LINE)).add(FIGURE.COLUMN),
            FIGURE.START,
            FIGURE.END,
            FIGURE.QUOTE,
            REPORT.NAME,
            REPORT.ID,
            FIGURE.RANGE_FROM,
            FIGURE.RANGE_TO);

    private static Field<Long> inline(long number) {
        return DSL.inline(number);
    }

    private static Field<Long> has(Condition condition, long bit) {
        return DSL.when(condition, inline(bit)).otherwise(inline(0));
    }

    private static final List<Field<Long>> KEY = List.of(
            FIGURE.METRIC_ID,
            FIGURE.DEPARTMENT_ID,
            FIGURE.CATEGORY_ID,
            FIGURE.SPAN,
            FIGURE.BASIS,
            FIGURE.SCOPE,
            FIGURE.RANGE_FROM,
            FIGURE.RANGE_TO);

    /// That of the index `figure_key`.
    private static final List<OrderField<?>> ORDER = Stream.<OrderField<?>>concat(
                    KEY.stream(), Stream.of(FIGURE.REVISION))
            .toList();

    private static final Place UNREAD = new Place.Line(0, 0);

    private final Dictionary dictionary;

    FigureRows(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /// Whether the key of a row comes after that of a figure, in the order of [#each]. True of none where there is no
    /// such figure.
    static Condition after(DSLContext dsl, long figure) {
        return dsl.select(KEY)
                .from(FIGURE)
                .where(FIGURE.ID.eq(figure))
                .fetchOptional()
                .map(key -> DSL.row(KEY).gt(DSL.row(key.intoArray())))
                .orElse(DSL.falseCondition());
    }

    /// All revisions that meet the condition.
    void each(DSLContext dsl, Condition condition, Consumer<RecordedFigure> sink) throws SQLException {
        some(dsl, condition, each -> {
            sink.accept(each);
            return true;
        });
    }

    /// The revisions that meet the condition, as long as `sink` says that it wants more.
    private void some(DSLContext dsl, Condition condition, Predicate<RecordedFigure> sink) throws SQLException {
        ResultQuery<?> query = dsl.select(COLUMNS)
                .from(FIGURE)
                .leftJoin(REPORT)
                .on(REPORT.ID.eq(FIGURE.DOCUMENT_ID))
                .where(condition)
                .orderBy(ORDER);
        try (ResultSet rows = query.fetchResultSet()) {
            Reader reader = new Reader(rows);
            boolean more = true;
            while (more && rows.next()) {
                more = sink.test(reader.figure());
            }
        }
    }

    /// The newest revision of each key that meets the condition.
    void eachNewest(DSLContext dsl, Condition condition, Consumer<RecordedFigure> sink) throws SQLException {
        someNewest(dsl, condition, each -> {
            sink.accept(each);
            return true;
        });
    }

    private void someNewest(DSLContext dsl, Condition condition, Predicate<RecordedFigure> sink) throws SQLException {
        Newest newest = new Newest(sink);
        some(dsl, condition, newest::test);
        newest.finish();
    }

    /// As [#eachCurrent], as long as `sink` says that it wants more.
    void someCurrent(DSLContext dsl, Condition condition, Predicate<RecordedFigure> sink) throws SQLException {
        someNewest(dsl, condition, each -> each.figure().value().state() == State.WITHDRAWN || sink.test(each));
    }

    /// As [#eachNewest], those withdrawn left out.
    void eachCurrent(DSLContext dsl, Condition condition, Consumer<RecordedFigure> sink) throws SQLException {
        eachNewest(dsl, condition, each -> {
            if (each.figure().value().state() != State.WITHDRAWN) {
                sink.accept(each);
            }
        });
    }

    /// Passes on the last of consecutive revisions of one key.
    private static final class Newest {
        private final Predicate<RecordedFigure> sink;
        private Optional<RecordedFigure> last = Optional.empty();

        Newest(Predicate<RecordedFigure> sink) {
            this.sink = sink;
        }

        /// Whether more are wanted.
        boolean test(RecordedFigure figure) {
            boolean isNext = last.isPresent()
                    && (figure.revision() == 1
                            || !last.get().figure().key().equals(figure.figure().key()));
            boolean more = !isNext || sink.test(last.get());
            last = more ? Optional.of(figure) : Optional.empty();
            return more;
        }

        /// Passes the last one on; nobody is asked for more.
        void finish() {
            boolean _ = last.isPresent() && sink.test(last.get());
            last = Optional.empty();
        }
    }

    /// Reads the row that a result stands at. What it shares with the row before is not looked up again.
    private final class Reader {
        private final ResultSet row;
        private final Map<Integer, Period> periods = new HashMap<>();
        private long metricNumber = -1;
        private long departmentNumber = -1;
        private long categoryNumber = -1;
        private String metric = "";
        private String department = "";
        private Optional<String> category = Optional.empty();

        Reader(ResultSet row) {
            this.row = row;
        }

        RecordedFigure figure() throws SQLException {
            long brief = row.getLong(7);
            long source = row.getLong(2);
            Optional<Place> field = field(brief);
            Optional<Place> passage = passage(brief);
            Optional<Long> document = passage.isPresent() ? Optional.of(row.getLong(19)) : Optional.empty();
            Figure figure = new Figure(
                    key(brief),
                    said(brief),
                    row.getString(11),
                    (brief & REVIEW) == 0 ? Codes.REVIEWS.getFirst() : Codes.REVIEWS.getLast(),
                    (brief & NOTE) == 0 ? "" : row.getString(12),
                    passage.or(() -> field).orElse(UNREAD),
                    passage.isPresent() ? field : Optional.empty());
            return new RecordedFigure(
                    row.getLong(1),
                    Math.toIntExact(brief / REVISION),
                    source / IMPORT,
                    source % IMPORT,
                    document,
                    figure);
        }

        private FigureKey key(long brief) throws SQLException {
            long metricHere = row.getLong(3);
            if (metricHere != metricNumber) {
                metric = dictionary.metric(metricHere);
                metricNumber = metricHere;
            }
            long departmentHere = row.getLong(4);
            if (departmentHere != departmentNumber) {
                department = dictionary.department(departmentHere);
                departmentNumber = departmentHere;
            }
            long categoryHere = row.getLong(5);
            if (categoryHere != categoryNumber) {
                category = dictionary.category(categoryHere);
                categoryNumber = categoryHere;
            }
            return new FigureKey(
                    department,
                    metric,
                    category,
                    periods.computeIfAbsent(row.getInt(6), FigureRows::period),
                    Codes.word(Codes.BASES, brief / BASIS % (SCOPE / BASIS)),
                    Codes.word(Codes.SCOPES, (brief & SCOPE) == 0 ? 0 : 1),
                    (brief & RANGE) == 0 ? Optional.empty() : Codes.range(row.getLong(20), row.getLong(21)));
        }

        private Value said(long brief) throws SQLException {
            State state = Codes.word(Codes.STATES, brief % STATES);
            if ((brief & ONE_NUMBER) != 0) {
                OptionalLong all = OptionalLong.of(row.getLong(8));
                return value(state, all, all, all);
            }
            return value(state, number(brief & VALUE, 8), number(brief & LOWER, 9), number(brief & UPPER, 10));
        }

        private OptionalLong number(long has, int column) throws SQLException {
            return has == 0 ? OptionalLong.empty() : OptionalLong.of(row.getLong(column));
        }

        /// The field of a form; a figure confirmed in a text has none.
        private Optional<Place> field(long brief) throws SQLException {
            if ((brief & LINE) == 0) {
                return Optional.empty();
            }
            long field = row.getLong(14);
            int line = Math.toIntExact(field / FIELD_LINE);
            int column = Math.toIntExact(field % FIELD_LINE);
            return Optional.of(
                    (brief & SHEET) == 0
                            ? new Place.Line(line, column)
                            : new Place.Cell(row.getString(13), line, column));
        }

        private Optional<Place> passage(long brief) throws SQLException {
            return (brief & QUOTE) == 0
                    ? Optional.empty()
                    : Optional.of(
                            new Place.Passage(row.getString(18), row.getInt(15), row.getInt(16), row.getString(17)));
        }
    }

    private static Period period(int code) {
        Span span = Span.ofCode(code);
        return Period.ofSpan(span)
                .orElseThrow(() -> new LedgerException("the ledger is damaged: no period has the span " + span));
    }

    static Value value(State state, OptionalLong stated, OptionalLong lower, OptionalLong upper) {
        if (!state.hasNumber()) {
            return new Value.Absent(state);
        }
        return new Value.Amount(Codes.qualifier(state), stated, new Interval(lower.orElse(0), upper));
    }
}
