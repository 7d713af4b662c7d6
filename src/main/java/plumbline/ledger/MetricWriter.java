package plumbline.ledger;

import static plumbline.ledger.generated.Tables.METRIC_VERSION;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import plumbline.MetricVersion;

/// Writes what one import says of metrics, in the order of their numbers.
final class MetricWriter implements AutoCloseable {
    private final Dictionary dictionary;
    private final long importNumber;
    private final TreeMap<Long, MetricVersion> versions = new TreeMap<>();
    private final SealedInsert insert;

    MetricWriter(Connection connection, DSLContext dsl, Dictionary dictionary, long importNumber) {
        this.dictionary = dictionary;
        this.importNumber = importNumber;
        insert = new SealedInsert(connection, dsl, METRIC_VERSION, List.of(METRIC_VERSION.fields()));
    }

    void write(MetricVersion version) {
        versions.put(dictionary.metricNumber(version.code()).orElseThrow(), version);
    }

    void finish() throws SQLException {
        versions.forEach((number, version) -> {
            insert.number(number)
                    .number(importNumber)
                    .text(version.name().zh())
                    .text(version.name().en())
                    .text(version.direction().word())
                    .text(String.join("\n", version.aliases()))
                    .text(version.changed().stream().map(LocalDate::toString).collect(Collectors.joining("\n")))
                    .end();
        });
        insert.flush();
    }

    SealPart part() {
        return insert.part();
    }

    BitSet numbers() {
        BitSet numbers = new BitSet();
        versions.keySet().forEach(each -> numbers.set(each.intValue()));
        return numbers;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
