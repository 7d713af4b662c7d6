package plumbline.ledger;

import static plumbline.ledger.generated.Tables.CELL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import plumbline.Cell;
import plumbline.Coverage;
import plumbline.Interval;
import plumbline.SeriesKey;
import plumbline.Span;

/// The stored cells, as rows and as values.
final class CellRows {
    private final Dictionary dictionary;

    CellRows(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /// The cells that meet the condition, in the order of their keys.
    List<Cell> select(DSLContext dsl, Condition condition) {
        return dsl.selectFrom(CELL)
                .where(condition)
                .orderBy(CELL.METRIC_ID, CELL.DEPARTMENT_ID, CELL.CATEGORY_ID, CELL.SCOPE, CELL.SPAN)
                .fetch(this::cell);
    }

    /// Passes the cells of one series and year on, as rows.
    void write(RowSink sink, List<Cell> cells) {
        for (Cell cell : cells) {
            SeriesKey key = cell.key();
            sink.number(dictionary.metricNumber(key.metric()).orElseThrow())
                    .number(dictionary.departmentNumber(key.department()).orElseThrow())
                    .number(dictionary.categoryNumber(key.category()).orElseThrow())
                    .number(Codes.number(Codes.SCOPES, key.scope()))
                    .number(cell.span().code())
                    .number(Codes.number(Codes.METHODS, cell.method()))
                    .number(Codes.number(Codes.STATES, cell.state()))
                    .number(cell.value())
                    .number(lower(cell.interval()))
                    .number(upper(cell.interval()))
                    .number(Codes.number(Codes.REVIEWS, cell.review()))
                    .number(lower(cell.conflict()))
                    .number(upper(cell.conflict()))
                    .number(cell.coverage().reported())
                    .number(cell.coverage().expected())
                    .number(cell.revision())
                    .text(cell.figures().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                    .end();
        }
    }

    private Cell cell(Record row) {
        return new Cell(
                new SeriesKey(
                        dictionary.department(row.get(CELL.DEPARTMENT_ID)),
                        dictionary.metric(row.get(CELL.METRIC_ID)),
                        dictionary.category(row.get(CELL.CATEGORY_ID)),
                        Codes.word(Codes.SCOPES, row.get(CELL.SCOPE))),
                Span.ofCode(row.get(CELL.SPAN).intValue()),
                Codes.word(Codes.METHODS, row.get(CELL.METHOD)),
                Codes.word(Codes.STATES, row.get(CELL.STATE)),
                optional(row.get(CELL.VALUE)),
                interval(row.get(CELL.LOWER), row.get(CELL.UPPER)),
                Codes.word(Codes.REVIEWS, row.get(CELL.REVIEW)),
                interval(row.get(CELL.CONFLICT_LOWER), row.get(CELL.CONFLICT_UPPER)),
                new Coverage(
                        row.get(CELL.REPORTED).intValue(),
                        row.get(CELL.EXPECTED).intValue()),
                row.get(CELL.REVISION).intValue(),
                ids(row.get(CELL.FIGURES)));
    }

    private static List<Long> ids(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ", -1)).map(Long::valueOf).toList();
    }

    private static OptionalLong lower(Optional<Interval> interval) {
        return interval.map(each -> OptionalLong.of(each.lower())).orElse(OptionalLong.empty());
    }

    private static OptionalLong upper(Optional<Interval> interval) {
        return interval.map(Interval::upper).orElse(OptionalLong.empty());
    }

    private static OptionalLong optional(@Nullable Long number) {
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private static Optional<Interval> interval(@Nullable Long lower, @Nullable Long upper) {
        return lower == null ? Optional.empty() : Optional.of(new Interval(lower, optional(upper)));
    }

    /// The columns in the order of [#write].
    static List<org.jooq.Field<?>> columns() {
        return new ArrayList<>(Arrays.asList(CELL.fields()));
    }
}
