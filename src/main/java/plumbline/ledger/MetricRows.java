package plumbline.ledger;

import static plumbline.ledger.generated.Tables.METRIC_VERSION;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import plumbline.Direction;
import plumbline.MetricVersion;
import plumbline.Name;
import plumbline.Worded;

/// Reads what the organisation says of metrics. Stateless.
final class MetricRows {
    private MetricRows() {}

    /// The newest version of each metric as of an import, by code; none of a metric that stands as the catalogue has
    /// it.
    static Map<String, MetricVersion> newest(DSLContext dsl, Dictionary dictionary, long vintage) {
        Map<String, MetricVersion> newest = new LinkedHashMap<>();
        dsl.selectFrom(METRIC_VERSION)
                .where(METRIC_VERSION.IMPORT_ID.le(vintage))
                .orderBy(METRIC_VERSION.METRIC_ID, METRIC_VERSION.IMPORT_ID)
                .forEach(row -> {
                    MetricVersion version = new MetricVersion(
                            dictionary.metric(row.get(METRIC_VERSION.METRIC_ID)),
                            new Name(row.get(METRIC_VERSION.NAME_ZH), row.get(METRIC_VERSION.NAME_EN)),
                            Worded.read(Direction.class, row.get(METRIC_VERSION.DIRECTION))
                                    .orElseThrow(),
                            lines(row.get(METRIC_VERSION.ALIASES)).toList(),
                            lines(row.get(METRIC_VERSION.CHANGED))
                                    .map(LocalDate::parse)
                                    .toList());
                    newest.put(version.code(), version);
                });
        return newest;
    }

    private static Stream<String> lines(String text) {
        return text.lines().filter(each -> !each.isEmpty());
    }
}
