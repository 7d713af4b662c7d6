package plumbline.ledger;

import static plumbline.ledger.generated.Tables.SERIES_YEAR;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/// Works out every cell and the extent again from the figures, and compares.
final class Rebuild {
    /// The cells as they were before, in a temporary table, because they may be millions.
    private static final Table<?> STORED = DSL.table(DSL.name("stored"));

    private Rebuild() {}

    static Ledger.Rebuilt all(Connection connection, DSLContext dsl, Dictionary dictionary, Refresh refresh)
            throws SQLException {
        long newest = VintageRows.newest(dsl).importNumber();
        Database.createScratch(dsl, STORED, dsl.createTemporaryTable(STORED).as(dsl.selectFrom(SERIES_YEAR)));
        long cells = refresh.all(connection, dsl, new DepartmentRows(dictionary, newest).tree(dsl));
        int lost = dsl.fetchCount(columns(dsl, STORED).except(columns(dsl, SERIES_YEAR)));
        int gained = dsl.fetchCount(columns(dsl, SERIES_YEAR).except(columns(dsl, STORED)));
        int extent = ExtentRows.ALL.stream().mapToInt(each -> each.rebuild(dsl)).sum();
        return new Ledger.Rebuilt(cells, Math.max(lost, gained) + extent);
    }

    private static Select<Record> columns(DSLContext dsl, Table<?> table) {
        return dsl.select(Arrays.stream(SERIES_YEAR.fields())
                        .map(each -> DSL.field(each.getUnqualifiedName()))
                        .toList())
                .from(table);
    }
}
