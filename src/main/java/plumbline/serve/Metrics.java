package plumbline.serve;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/// Counters and gauges in the Prometheus text format. Thread-safe.
///
/// Labels are routes and statuses, never paths or parameters: their number is bounded.
final class Metrics {
    private final Map<String, LongAdder> requests = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> nanoseconds = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> imports = new ConcurrentSkipListMap<>();

    void request(String method, String route, int status, long durationNanos) {
        String labels = "method=\"" + method + "\",route=\"" + route + "\"";
        add(requests, labels + ",status=\"" + status + "\"", 1);
        add(nanoseconds, labels, durationNanos);
        add(counts, labels, 1);
    }

    /// Counts a file by the outcome of its receipt.
    void imported(String outcome) {
        add(imports, "outcome=\"" + outcome + "\"", 1);
    }

    private static void add(Map<String, LongAdder> counters, String labels, long amount) {
        counters.computeIfAbsent(labels, _ -> new LongAdder()).add(amount);
    }

    String text(LongSupplier vintage) {
        StringBuilder out = new StringBuilder();
        head(out, "plumbline_requests_total", "counter", "Requests answered.");
        requests.forEach((labels, count) -> line(out, "plumbline_requests_total", labels, count.toString()));
        head(out, "plumbline_request_seconds", "summary", "Time from the head of a request to the end of its answer.");
        nanoseconds.forEach((labels, sum) ->
                line(out, "plumbline_request_seconds_sum", labels, String.valueOf(sum.doubleValue() / 1e9)));
        counts.forEach((labels, count) -> line(out, "plumbline_request_seconds_count", labels, count.toString()));
        head(out, "plumbline_imported_files_total", "counter", "Files handed in, by the outcome of their receipt.");
        imports.forEach((labels, count) -> line(out, "plumbline_imported_files_total", labels, count.toString()));
        head(out, "plumbline_ledger_vintage", "gauge", "Number of the newest import in the ledger.");
        out.append("plumbline_ledger_vintage ").append(vintage.getAsLong()).append('\n');
        head(out, "plumbline_heap_bytes", "gauge", "Heap in use.");
        Runtime runtime = Runtime.getRuntime();
        out.append("plumbline_heap_bytes ")
                .append(runtime.totalMemory() - runtime.freeMemory())
                .append('\n');
        return out.toString();
    }

    private static void head(StringBuilder out, String name, String type, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void line(StringBuilder out, String name, String labels, String value) {
        out.append(name).append('{').append(labels).append("} ").append(value).append('\n');
    }
}
