package plumbline.ledger;

import static plumbline.ledger.generated.Tables.HOLDER;
import static plumbline.ledger.generated.Tables.METRIC_PERIOD;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.DSLContext;

/// Notes who states something of a metric, and of which period, for the first time; what [Extent] reads.
final class ExtentWriter implements AutoCloseable {
    private final long importNumber;
    private final SealedInsert holderInsert;
    private final SealedInsert periodInsert;

    /// By metric: bits for the departments, since a form may have a million rows.
    private final Map<Long, BitSet> holders = new TreeMap<>();

    /// By span: bits for the metrics.
    private final Map<Integer, BitSet> periods = new TreeMap<>();

    ExtentWriter(Connection connection, DSLContext dsl, long importNumber) {
        this.importNumber = importNumber;
        holderInsert = SealedInsert.adding(connection, dsl, HOLDER, List.of(HOLDER.fields()));
        periodInsert = SealedInsert.adding(connection, dsl, METRIC_PERIOD, List.of(METRIC_PERIOD.fields()));
    }

    /// A key that nothing was stated of before.
    void add(long metric, long department, int span) {
        holders.computeIfAbsent(metric, _ -> new BitSet()).set(Math.toIntExact(department));
        periods.computeIfAbsent(span, _ -> new BitSet()).set(Math.toIntExact(metric));
    }

    void finish() throws SQLException {
        holders.forEach((metric, departments) -> departments.stream()
                .forEach(department -> holderInsert
                        .number(metric)
                        .number(department)
                        .number(importNumber)
                        .end()));
        holderInsert.flush();
        periods.forEach((span, metrics) -> metrics.stream()
                .forEach(metric -> periodInsert
                        .number(metric)
                        .number(span)
                        .number(importNumber)
                        .end()));
        periodInsert.flush();
    }

    @Override
    public void close() throws SQLException {
        holderInsert.close();
        periodInsert.close();
    }
}
