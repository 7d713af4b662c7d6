package plumbline.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.Interval;

final class PackedTest {
    static final List<Packed.Amount> AMOUNTS = List.of(
            new Packed.Amount(OptionalLong.empty(), Optional.empty()),
            new Packed.Amount(OptionalLong.of(0), Optional.of(Interval.of(0))),
            new Packed.Amount(OptionalLong.of(60), Optional.of(Interval.atLeast(61))),
            new Packed.Amount(OptionalLong.of(620_000), Optional.of(Interval.of(615_000, 624_999))),
            new Packed.Amount(OptionalLong.empty(), Optional.of(Interval.of(3, 5))),
            new Packed.Amount(OptionalLong.empty(), Optional.of(Interval.of(3))),
            new Packed.Amount(OptionalLong.of(Long.MAX_VALUE), Optional.of(Interval.of(Long.MAX_VALUE))));

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 127, 128, 16_383, 16_384, Integer.MAX_VALUE, Long.MAX_VALUE, -1})
    void aNumberComesBack(long number) {
        Packed.Reader in =
                new Packed.Reader(new Packed.Writer(1).number(number).number(7).take());
        assertEquals(number, in.number());
        assertEquals(7, in.small());
        assertFalse(in.isMore());
    }

    @ParameterizedTest
    @FieldSource("AMOUNTS")
    void anAmountComesBack(Packed.Amount amount) {
        byte[] bytes =
                new Packed.Writer(1).amount(amount.value(), amount.interval()).take();
        Packed.Reader in = new Packed.Reader(bytes);
        assertEquals(amount, in.amount());
        assertFalse(in.isMore());
    }

    @Test
    void bytesThatEndTooSoonAreDamage() {
        byte[] bytes = new Packed.Writer(1).number(1L << 40).take();
        Packed.Reader in = new Packed.Reader(Arrays.copyOf(bytes, bytes.length - 1));
        assertThrows(LedgerException.class, in::number);
    }
}
