package plumbline.app;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import plumbline.Metric;
import plumbline.State;
import plumbline.Value;
import plumbline.read.narrative.Decision;
import plumbline.read.narrative.NarrativeReading;

/// Writes readings as CSV (ARCHITECTURE §5) or as a JSON array of objects with the same names.
abstract class ReadingsWriter implements AutoCloseable {
    private static final String UNCATALOGUED = "uncatalogued";

    private final boolean all;

    private ReadingsWriter(boolean all) {
        this.all = all;
    }

    static ReadingsWriter of(ReadCommand.Output format, boolean all, OutputStream to) throws IOException {
        OutputStream out = new BufferedOutputStream(to, 1 << 16);
        return switch (format) {
            case CSV -> new Csv(all, out);
            case JSON -> new Json(all, out);
        };
    }

    abstract void write(List<NarrativeReading> readings) throws IOException;

    @Override
    public abstract void close() throws IOException;

    /// The columns in their order; numbers as numbers, absent bounds left out.
    Map<String, Object> columns(NarrativeReading reading) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("file", reading.passage().document());
        columns.put("start", reading.passage().start());
        columns.put("end", reading.passage().end());
        columns.put("quote", reading.passage().quote());
        columns.put("metric", reading.metric().map(Metric::code).orElse(UNCATALOGUED));
        columns.put("family", reading.family());
        columns.put("category", reading.category());
        columns.put("value", "");
        columns.put("qualifier", qualifier(reading));
        columns.put("lower", "");
        columns.put("upper", "");
        if (reading.value() instanceof Value.Amount amount) {
            amount.stated().ifPresent(stated -> columns.put("value", number(stated, reading)));
            columns.put("lower", number(amount.interval().lower(), reading));
            amount.interval().upper().ifPresent(upper -> columns.put("upper", number(upper, reading)));
        }
        columns.put("unit", reading.unit());
        columns.put("department", reading.department());
        columns.put("period", reading.period());
        columns.put("basis", reading.basis().word());
        columns.put("flags", String.join("|", reading.flags()));
        if (all) {
            columns.put("decision", reading.decision().word());
            columns.put("reason", reading.reason());
        }
        return columns;
    }

    /// A share is kept in tenths of a per cent.
    private static Object number(long amount, NarrativeReading reading) {
        boolean tenths = reading.decision() == Decision.RATIO;
        return tenths ? BigDecimal.valueOf(amount, 1).stripTrailingZeros().toPlainString() : (Object) amount;
    }

    /// How the number is worded: 62万 is said without reserve, although its interval is wider than a point.
    private static String qualifier(NarrativeReading reading) {
        State state = reading.value().state();
        return reading.flags().contains("rounded") ? State.EXACT.word() : state.word();
    }

    private static final class Csv extends ReadingsWriter {
        private final OutputStream out;

        Csv(boolean all, OutputStream out) throws IOException {
            super(all);
            this.out = out;
            List<String> header = new ArrayList<>(
                    List.of("file,start,end,quote,metric,family,category,value,qualifier,lower,upper".split(",")));
            header.addAll(List.of("unit,department,period,basis,flags".split(",")));
            if (all) {
                header.addAll(List.of("decision", "reason"));
            }
            line(header);
        }

        @Override
        void write(List<NarrativeReading> readings) throws IOException {
            for (NarrativeReading reading : readings) {
                line(columns(reading).values());
            }
        }

        private void line(Iterable<?> cells) throws IOException {
            List<String> written = new ArrayList<>();
            cells.forEach(cell -> written.add(quoted(cell.toString())));
            out.write((written.stream().collect(Collectors.joining(",")) + "\n").getBytes(StandardCharsets.UTF_8));
        }

        private static String quoted(String cell) {
            boolean special = cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            return special ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }

    private static final class Json extends ReadingsWriter {
        private final OutputStream out;
        private final JsonArray array = new JsonArray();

        Json(boolean all, OutputStream out) {
            super(all);
            this.out = out;
        }

        @Override
        void write(List<NarrativeReading> readings) {
            for (NarrativeReading reading : readings) {
                Map<String, Object> columns = columns(reading);
                columns.values().removeIf(""::equals);
                columns.put("flags", new JsonArray(reading.flags()));
                columns.put("noun", reading.noun());
                array.add(new JsonObject(columns));
            }
        }

        @Override
        public void close() throws IOException {
            out.write((array.encodePrettily() + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
