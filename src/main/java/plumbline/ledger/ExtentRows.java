package plumbline.ledger;

import static plumbline.ledger.generated.Tables.FIGURE;
import static plumbline.ledger.generated.Tables.HOLDER;
import static plumbline.ledger.generated.Tables.METRIC_PERIOD;

import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record3;
import org.jooq.SelectOrderByStep;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// The tables [ExtentWriter] writes, held against the figures they follow from.
///
/// @param of what is counted beside the metric, as a column of the table and as one of the figures
record ExtentRows(Table<?> table, Field<Long> metric, Field<Long> of, Field<Long> first, Field<Long> ofFigure) {
    static final List<ExtentRows> ALL = List.of(
            new ExtentRows(HOLDER, HOLDER.METRIC_ID, HOLDER.DEPARTMENT_ID, HOLDER.IMPORT_ID, FIGURE.DEPARTMENT_ID),
            new ExtentRows(
                    METRIC_PERIOD, METRIC_PERIOD.METRIC_ID, METRIC_PERIOD.SPAN, METRIC_PERIOD.IMPORT_ID, FIGURE.SPAN));

    /// Replaces the rows by those that follow from the figures; returns how many were not as they are now.
    int rebuild(DSLContext dsl) {
        int different = Math.max(
                dsl.fetchCount(stored(dsl).except(following(dsl))),
                dsl.fetchCount(following(dsl).except(stored(dsl))));
        if (different > 0) {
            dsl.deleteFrom(table).execute();
            dsl.insertInto(table, metric, of, first).select(following(dsl)).execute();
        }
        return different;
    }

    /// A row that is not as the figures make it.
    record Broken(String place, String found, String accepted) {}

    /// The first such row.
    Optional<Broken> broken(DSLContext dsl) {
        return first(stored(dsl).except(following(dsl)))
                .map(row -> new Broken(row, "a row no figure accounts for", "what follows from the figures"))
                .or(() -> first(following(dsl).except(stored(dsl)))
                        .map(row -> new Broken(row, "no such row", "what follows from the figures")));
    }

    private Optional<String> first(SelectOrderByStep<Record3<Long, Long, Long>> rows) {
        return rows.limit(1)
                .fetchOptional(row -> "%s %s=%d %s=%d import_id=%d"
                        .formatted(
                                table.getName(),
                                metric.getName(),
                                row.value1(),
                                of.getName(),
                                row.value2(),
                                row.value3()));
    }

    private SelectOrderByStep<Record3<Long, Long, Long>> stored(DSLContext dsl) {
        return dsl.select(metric, of, first).from(table);
    }

    private SelectOrderByStep<Record3<Long, Long, Long>> following(DSLContext dsl) {
        return dsl.select(FIGURE.METRIC_ID, ofFigure, DSL.min(FIGURE.IMPORT_ID))
                .from(FIGURE)
                .groupBy(FIGURE.METRIC_ID, ofFigure);
    }
}
