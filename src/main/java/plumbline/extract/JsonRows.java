package plumbline.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;

/// One JSON object a line (NDJSON); what is missing is null. Text is as it is: nothing runs here.
public final class JsonRows implements Rows {
    private final OutputStream out;
    private final String[] names;
    private final Bytes bytes = new Bytes();
    private int column;

    public JsonRows(Table table, OutputStream out) {
        this.out = out;
        this.names =
                table.columns().stream().map(each -> '"' + each.name() + "\":").toArray(String[]::new);
    }

    private Bytes next() {
        return bytes.add(column == 0 ? '{' : ',').add(names[column++]);
    }

    @Override
    public Rows text(String text) {
        if (text.isEmpty()) {
            return none();
        }
        Json.quoted(text, next());
        return this;
    }

    @Override
    public Rows code(String code) {
        return text(code);
    }

    @Override
    public Rows number(long number) {
        next().add(number);
        return this;
    }

    @Override
    public Rows amount(long amount, int decimals) {
        next().add(Rows.written(amount, decimals));
        return this;
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
        next().add("null");
        return this;
    }

    @Override
    public void endRow() {
        bytes.add('}').add('\n');
        column = 0;
    }

    @Override
    public void flush() throws IOException {
        bytes.flush(out);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
