package plumbline.ledger;

import static plumbline.ledger.generated.Tables.FIGURE;
import static plumbline.ledger.generated.Tables.REPORT;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
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
import plumbline.Review;
import plumbline.Span;
import plumbline.State;
import plumbline.Value;

/// Reads figures from the table, in the order of their keys, oldest revision first.
///
/// Rows come by number from the driver's result set and not as jOOQ records, because extracts and rebuilds read
/// millions of them.
final class FigureRows {
    private static final List<SelectField<?>> COLUMNS = List.of(
            FIGURE.ID,
            FIGURE.REVISION,
            FIGURE.IMPORT_ID,
            FIGURE.REPORT_ID,
            FIGURE.METRIC_ID,
            FIGURE.DEPARTMENT_ID,
            FIGURE.CATEGORY_ID,
            FIGURE.SPAN,
            FIGURE.BASIS,
            FIGURE.SCOPE,
            FIGURE.RANGE_FROM,
            FIGURE.RANGE_TO,
            FIGURE.STATE,
            FIGURE.VALUE,
            FIGURE.LOWER,
            FIGURE.UPPER,
            FIGURE.REVIEW,
            FIGURE.WORDING,
            FIGURE.NOTE,
            FIGURE.SHEET,
            FIGURE.LINE,
            FIGURE.COLUMN,
            FIGURE.START,
            FIGURE.END,
            FIGURE.QUOTE,
            REPORT.NAME,
            REPORT.ID);

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
            boolean more = true;
            while (more && rows.next()) {
                more = sink.test(figure(rows));
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
                    && !last.get().figure().key().equals(figure.figure().key());
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

    private RecordedFigure figure(ResultSet row) throws SQLException {
        String note = row.getString(19);
        Optional<Place> field = field(row);
        Optional<Place> passage = passage(row);
        Optional<Long> document = passage.isPresent() ? Optional.of(row.getLong(27)) : Optional.empty();
        return recorded(
                row,
                document,
                new Figure(
                        key(row),
                        said(row),
                        row.getString(18),
                        review(row),
                        note == null ? "" : note,
                        passage.or(() -> field).orElse(UNREAD),
                        passage.isPresent() ? field : Optional.empty()));
    }

    private static RecordedFigure recorded(ResultSet row, Optional<Long> document, Figure figure) throws SQLException {
        return new RecordedFigure(row.getLong(1), row.getInt(2), row.getLong(3), row.getLong(4), document, figure);
    }

    private FigureKey key(ResultSet row) throws SQLException {
        Span span = Span.ofCode(row.getInt(8));
        Period period = Period.ofSpan(span)
                .orElseThrow(() -> new LedgerException("the ledger is damaged: no period has the span " + span));
        return new FigureKey(
                dictionary.department(row.getLong(6)),
                dictionary.metric(row.getLong(5)),
                dictionary.category(row.getLong(7)),
                period,
                Codes.word(Codes.BASES, row.getLong(9)),
                Codes.word(Codes.SCOPES, row.getLong(10)),
                Codes.range(row.getLong(11), row.getLong(12)));
    }

    private static Value said(ResultSet row) throws SQLException {
        return value(Codes.word(Codes.STATES, row.getLong(13)), number(row, 14), number(row, 15), number(row, 16));
    }

    private static Review review(ResultSet row) throws SQLException {
        return Codes.word(Codes.REVIEWS, row.getLong(17));
    }

    /// The field of a form; a figure confirmed in a text has none.
    private static Optional<Place> field(ResultSet row) throws SQLException {
        String sheet = row.getString(20);
        int line = row.getInt(21);
        if (row.wasNull()) {
            return Optional.empty();
        }
        int column = row.getInt(22);
        return Optional.of(sheet == null ? new Place.Line(line, column) : new Place.Cell(sheet, line, column));
    }

    private static Optional<Place> passage(ResultSet row) throws SQLException {
        String quote = row.getString(25);
        return quote == null
                ? Optional.empty()
                : Optional.of(new Place.Passage(row.getString(26), row.getInt(23), row.getInt(24), quote));
    }

    static OptionalLong number(ResultSet row, int column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    static Value value(State state, OptionalLong stated, OptionalLong lower, OptionalLong upper) {
        if (!state.hasNumber()) {
            return new Value.Absent(state);
        }
        return new Value.Amount(Codes.qualifier(state), stated, new Interval(lower.orElse(0), upper));
    }
}
