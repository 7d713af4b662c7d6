package plumbline.ledger;

import static plumbline.ledger.generated.Tables.FIGURE;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import plumbline.FigureKey;
import plumbline.RecordedFigure;

/// Finds the newest revisions of many keys at once: the keys go into a temporary table, and one join answers.
///
/// The keys are the outer loop, so that a look costs what is asked for and not what the ledger holds.
final class NewestRevisions implements AutoCloseable {
    private static final Table<?> ASKED = DSL.table(DSL.name("asked"));

    /// What makes a key, in the order of the index `figure_key`.
    private static final List<TableField<?, Long>> KEY = List.of(
            FIGURE.METRIC_ID,
            FIGURE.DEPARTMENT_ID,
            FIGURE.CATEGORY_ID,
            FIGURE.SPAN,
            FIGURE.BASIS,
            FIGURE.SCOPE,
            FIGURE.RANGE_FROM,
            FIGURE.RANGE_TO);

    private final DSLContext dsl;
    private final FigureRows rows;
    private final SealedInsert asked;

    NewestRevisions(Connection connection, DSLContext dsl, Dictionary dictionary) {
        this.dsl = dsl;
        rows = new FigureRows(dictionary);
        List<Field<?>> columns =
                KEY.stream().<Field<?>>map(NewestRevisions::asked).toList();
        Database.createScratch(dsl, ASKED, dsl.createTemporaryTable(ASKED).columns(columns));
        asked = SealedInsert.unsealed(connection, dsl, ASKED, columns);
    }

    private static Field<Long> asked(TableField<?, Long> field) {
        return DSL.field(DSL.name("asked", field.getName()), field.getDataType());
    }

    /// Asks for a key, its numbers in the order of the index `figure_key`.
    void ask(long... key) {
        Arrays.stream(key).forEach(asked::number);
        asked.end();
    }

    /// What is on record for the keys asked for, withdrawn or not; what has never been stated is left out. Figures come
    /// with their wording, but without note and place. Forgets what was asked.
    Map<FigureKey, RecordedFigure> answer() throws SQLException {
        asked.flush();
        Map<FigureKey, RecordedFigure> newest = new HashMap<>();
        Condition isAsked =
                DSL.and(KEY.stream().map(field -> field.eq(asked(field))).toList());
        rows.eachWorded(dsl, ASKED, isAsked, each -> newest.put(each.figure().key(), each)); // the last one stays
        dsl.truncate(ASKED).execute();
        return newest;
    }

    @Override
    public void close() throws SQLException {
        asked.close();
    }
}
