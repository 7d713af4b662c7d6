package plumbline.extract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Hands over each row as the texts of its cells, none of them changed; what is missing is empty. Not thread-safe.
public final class ListRows implements Rows {
    private final Consumer<List<String>> sink;
    private final Runnable flushed;
    private List<String> cells = new ArrayList<>();

    public ListRows(Consumer<List<String>> sink) {
        this(sink, () -> {});
    }

    /// @param flushed is told of each flush, while nothing of the rows' source is held
    public ListRows(Consumer<List<String>> sink, Runnable flushed) {
        this.sink = sink;
        this.flushed = flushed;
    }

    @Override
    public Rows code(String code) {
        return text(code);
    }

    @Override
    public Rows text(String text) {
        cells.add(text);
        return this;
    }

    @Override
    public Rows number(long number) {
        return text(Long.toString(number));
    }

    @Override
    public Rows amount(long amount, int decimals) {
        return text(Rows.written(amount, decimals));
    }

    @Override
    public Rows day(LocalDate day) {
        return text(day.toString());
    }

    @Override
    public Rows instant(Instant instant) {
        return text(instant.toString());
    }

    @Override
    public Rows none() {
        return text("");
    }

    @Override
    public void endRow() {
        sink.accept(cells);
        cells = new ArrayList<>(cells.size());
    }

    @Override
    public void flush() {
        flushed.run();
    }

    @Override
    public void close() {
        // nothing is held
    }
}
