package plumbline.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import plumbline.DepartmentTree;

/// Imports one after the other in a single transaction that is taken back in the end. Used by one thread.
final class Rehearsal implements Book {
    private final Ledger ledger;
    private final Connection connection;
    private final DSLContext dsl;

    Rehearsal(Ledger ledger, Connection connection, DSLContext dsl) {
        this.ledger = ledger;
        this.connection = connection;
        this.dsl = dsl;
    }

    @Override
    public Recorded record(Received received, Predicate<Recorder> work) {
        try {
            Savepoint before = connection.setSavepoint();
            boolean kept = false;
            try {
                Recorded recorded = ledger.record(connection, dsl, received, received.sha256(), work);
                kept = recorded.kept();
                return recorded;
            } finally { // whatever stopped it, those behind it go on from where it began
                if (kept) {
                    connection.releaseSavepoint(before);
                } else {
                    connection.rollback(before);
                }
            }
        } catch (SQLException broken) {
            throw new LedgerException("cannot try the import: " + broken.getMessage(), broken);
        }
    }

    @Override
    public DepartmentTree departments() {
        long newest = VintageRows.newest(dsl).importNumber();
        return new DepartmentRows(Dictionary.load(dsl), newest).tree(dsl);
    }
}
