package plumbline.extract;

import java.time.Instant;
import java.time.LocalDate;

/// Writes nothing. Stateless.
final class Nowhere implements Rows {
    @Override
    public Rows code(String code) {
        return this;
    }

    @Override
    public Rows text(String text) {
        return this;
    }

    @Override
    public Rows number(long number) {
        return this;
    }

    @Override
    public Rows amount(long amount, int decimals) {
        return this;
    }

    @Override
    public Rows day(LocalDate day) {
        return this;
    }

    @Override
    public Rows instant(Instant instant) {
        return this;
    }

    @Override
    public Rows none() {
        return this;
    }

    @Override
    public void endRow() {
        // there is no row
    }

    @Override
    public void flush() {
        // nor a file
    }

    @Override
    public void close() {
        // nor its end
    }
}
