package plumbline.extract;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;

/// Takes the rows of one table, field by field in the order of its columns, and writes them as one format has them.
///
/// Fields stay in memory until [#flush], so that whoever supplies them need not hold anything open while a slow reader
/// takes them. Belongs to one writing; not thread-safe.
public interface Rows extends AutoCloseable {
    /// A code, an id, a word of ours. Empty for none.
    Rows code(String code);

    /// Text from outside: a name, a wording, a quotation. Empty for none.
    Rows text(String text);

    Rows number(long number);

    /// An amount in the smallest unit.
    ///
    /// @param decimals how many of its digits stand behind the point
    Rows amount(long amount, int decimals);

    Rows day(LocalDate day);

    Rows instant(Instant instant);

    /// Nothing: never a zero, never a word.
    Rows none();

    /// A remark; formats that had to change a text of the row say so here.
    default Rows note(String note) {
        return text(note);
    }

    void endRow();

    /// Hands on what was written since.
    void flush() throws IOException;

    /// Ends the file; until then it is none.
    @Override
    void close() throws IOException;

    default Rows amount(OptionalLong amount, int decimals) {
        return amount.isPresent() ? amount(amount.getAsLong(), decimals) : none();
    }

    default Rows day(Optional<LocalDate> day) {
        return day.isPresent() ? day(day.get()) : none();
    }

    default Rows instant(Optional<Instant> instant) {
        return instant.isPresent() ? instant(instant.get()) : none();
    }

    /// Takes rows that are only to be counted.
    static Rows nowhere() {
        return new Nowhere();
    }

    /// The written form of an amount: 955 with one decimal is 95.5.
    static String written(long amount, int decimals) {
        return decimals == 0
                ? Long.toString(amount)
                : BigDecimal.valueOf(amount, decimals).toPlainString();
    }
}
