package plumbline.ledger;

import static plumbline.ledger.generated.Tables.SERIES_YEAR;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import plumbline.FigureKey;
import plumbline.RecordedFigure;

/// Finds the newest revisions of many keys at once: their series and years go into a temporary table, and one join
/// answers. The table is the outer loop, so that a look costs what is asked for and not what the ledger holds.
final class NewestRevisions implements AutoCloseable {
    private static final Table<?> ASKED = DSL.table(DSL.name("asked"));

    private static final List<TableField<?, Long>> KEY = List.of(
            SERIES_YEAR.METRIC_ID,
            SERIES_YEAR.DEPARTMENT_ID,
            SERIES_YEAR.CATEGORY_ID,
            SERIES_YEAR.SCOPE,
            SERIES_YEAR.YEAR);

    private final DSLContext dsl;
    private final SeriesRows rows;
    private final SealedInsert asked;

    NewestRevisions(Connection connection, DSLContext dsl, Dictionary dictionary) {
        this.dsl = dsl;
        rows = new SeriesRows(dictionary);
        List<Field<?>> columns =
                KEY.stream().<Field<?>>map(NewestRevisions::asked).toList();
        Database.createScratch(dsl, ASKED, dsl.createTemporaryTable(ASKED).columns(columns));
        asked = SealedInsert.unsealed(connection, dsl, ASKED, columns);
    }

    private static Field<Long> asked(TableField<?, Long> field) {
        return DSL.field(DSL.name("asked", field.getName()), field.getDataType());
    }

    /// What is on record of these series and years ([SeriesYear]), withdrawn or not; what has never been stated is left
    /// out. Figures come without wording, note and place.
    Map<FigureKey, RecordedFigure> of(long[] packed) throws SQLException {
        for (long each : Arrays.stream(packed).sorted().distinct().toArray()) {
            asked.number(SeriesYear.metric(each))
                    .number(SeriesYear.department(each))
                    .number(SeriesYear.category(each))
                    .number(SeriesYear.scope(each))
                    .number(SeriesYear.year(each))
                    .end();
        }
        asked.flush();
        Map<FigureKey, RecordedFigure> newest = new HashMap<>();
        dsl.select(KEY)
                .select(SERIES_YEAR.FIGURES)
                .from(ASKED)
                .crossJoin(SERIES_YEAR)
                .where(KEY.stream().map(field -> field.eq(asked(field))).toList())
                .forEach(row -> rows.figures(row)
                        .forEach(each -> newest.put(each.figure().key(), each)));
        dsl.truncate(ASKED).execute();
        return newest;
    }

    @Override
    public void close() throws SQLException {
        asked.close();
    }
}
