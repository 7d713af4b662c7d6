package plumbline.ledger;

import static plumbline.ledger.generated.Tables.SERIES_YEAR;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;

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
    private final SealedInsert asked;
    private final LookedUp lookedUp = new LookedUp();

    NewestRevisions(Connection connection, DSLContext dsl) {
        this.dsl = dsl;
        List<Field<?>> columns =
                KEY.stream().<Field<?>>map(NewestRevisions::asked).toList();
        Database.createScratch(dsl, ASKED, dsl.createTemporaryTable(ASKED).columns(columns));
        asked = SealedInsert.unsealed(connection, dsl, ASKED, columns);
    }

    private static Field<Long> asked(TableField<?, Long> field) {
        return DSL.field(DSL.name("asked", field.getName()), field.getDataType());
    }

    /// Looks up the newest figures on record of these series and years ([SeriesYear]), withdrawn or not.
    ///
    /// @return what is known of them, and of others asked for before
    LookedUp of(long[] packed) throws SQLException {
        long[] wanted = Arrays.stream(packed).sorted().distinct().toArray();
        lookedUp.makeRoom(wanted.length);
        for (long each : wanted) {
            if (!lookedUp.knows(each)) {
                lookedUp.asked(each);
                asked.number(SeriesYear.metric(each))
                        .number(SeriesYear.department(each))
                        .number(SeriesYear.category(each))
                        .number(SeriesYear.scope(each))
                        .number(SeriesYear.year(each))
                        .end();
            }
        }
        asked.flush();
        SeriesRows.eachFigures(
                dsl.select(KEY)
                        .select(SERIES_YEAR.FIGURES)
                        .from(ASKED)
                        .crossJoin(SERIES_YEAR)
                        .where(KEY.stream().map(field -> field.eq(asked(field))).toList()),
                lookedUp::found);
        dsl.truncate(ASKED).execute();
        return lookedUp;
    }

    /// What [#of] has seen.
    LookedUp lookedUp() {
        return lookedUp;
    }

    @Override
    public void close() throws SQLException {
        asked.close();
    }
}
