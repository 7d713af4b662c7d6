package plumbline.ledger;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import plumbline.Interval;

/// Numbers that are mostly small, packed into bytes: seven bits to a byte, the lowest first, the eighth bit says that
/// more follow (LEB128). None is negative.
final class Packed {
    private static final int LOW = 0x7f;
    private static final int MORE = 0x80;

    /// What an amount is made of.
    private static final int VALUE = 1;

    private static final int INTERVAL = 2;
    private static final int UPPER = 4;
    /// Value and bounds are one number: the usual case.
    private static final int ONE_NUMBER = 8;

    private Packed() {}

    /// Packs. Used by one thread.
    static final class Writer {
        private byte[] bytes;
        private int size;

        Writer(int usual) {
            bytes = new byte[usual];
        }

        Writer number(long number) {
            if (size + Long.BYTES + 2 > bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2 + Long.BYTES);
            }
            long rest = number;
            while ((rest & ~LOW) != 0) {
                bytes[size++] = (byte) ((rest & LOW) | MORE);
                rest >>>= 7;
            }
            bytes[size++] = (byte) rest;
            return this;
        }

        Writer amount(OptionalLong value, Optional<Interval> interval) {
            if (interval.isPresent() && isOneNumber(value, interval.get())) {
                return number(ONE_NUMBER).number(value.getAsLong());
            }
            OptionalLong upper = interval.map(Interval::upper).orElse(OptionalLong.empty());
            number((value.isPresent() ? VALUE : 0)
                    | (interval.isPresent() ? INTERVAL : 0)
                    | (upper.isPresent() ? UPPER : 0));
            value.ifPresent(this::number);
            interval.ifPresent(each -> number(each.lower()));
            upper.ifPresent(this::number);
            return this;
        }

        private static boolean isOneNumber(OptionalLong value, Interval interval) {
            return value.isPresent()
                    && interval.lower() == value.getAsLong()
                    && interval.upper().equals(value);
        }

        int size() {
            return size;
        }

        /// What was packed; the next begins anew.
        byte[] take() {
            byte[] taken = Arrays.copyOf(bytes, size);
            size = 0;
            return taken;
        }

        /// Copies what was packed from one [#size] to another.
        void copy(int from, int end, byte[] target, int to) {
            System.arraycopy(bytes, from, target, to, end - from);
        }
    }

    /// Unpacks, in the order of packing. Used by one thread.
    static final class Reader {
        private final byte[] bytes;
        private int at;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean isMore() {
            return at < bytes.length;
        }

        /// @throws LedgerException if the bytes end before the number does
        long number() {
            long number = 0;
            for (int shift = 0; at < bytes.length && shift < Long.SIZE; shift += 7) {
                byte next = bytes[at++];
                number |= (long) (next & LOW) << shift;
                if (next >= 0) {
                    return number;
                }
            }
            throw damaged();
        }

        int small() {
            long number = number();
            if (number < 0 || number > Integer.MAX_VALUE) {
                throw damaged();
            }
            return (int) number;
        }

        Amount amount() {
            int parts = small();
            if (parts == ONE_NUMBER) {
                long number = number();
                return new Amount(OptionalLong.of(number), Optional.of(Interval.of(number)));
            }
            OptionalLong value = optional(parts & VALUE);
            OptionalLong lower = optional(parts & INTERVAL);
            OptionalLong upper = optional(parts & UPPER);
            return new Amount(
                    value, lower.isPresent() ? Optional.of(new Interval(lower.getAsLong(), upper)) : Optional.empty());
        }

        private OptionalLong optional(int part) {
            return part == 0 ? OptionalLong.empty() : OptionalLong.of(number());
        }

        private LedgerException damaged() {
            return new LedgerException("the ledger is damaged: no number at byte " + at
                    + " of what stands of a series in a year; plumbline rebuild works it out again");
        }
    }

    /// A number as worded or summed, and its bounds, either where there is one.
    record Amount(OptionalLong value, Optional<Interval> interval) {}
}
