package plumbline.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A growing buffer of UTF-8 that is handed on now and then. Not thread-safe.
final class Bytes {
    private static final int MOST_NAMES = 4_096;
    private static final boolean[] PLAIN = new boolean[0x80];

    static {
        for (char each = '!'; each < 0x7F; each++) {
            PLAIN[each] = each != '"' && each != ',';
        }
    }

    private byte[] bytes = new byte[1 << 16];

    /// Names come again in every row; their UTF-8 is kept.
    private final Map<String, byte[]> names = new HashMap<>();

    private int size;

    Bytes add(char ascii) {
        need(1);
        bytes[size++] = (byte) ascii;
        return this;
    }

    /// Text as it is.
    Bytes add(String text) {
        int length = text.length();
        need(length);
        for (int i = 0; i < length; i++) {
            char each = text.charAt(i);
            if (each >= 0x80) {
                return rest(text.substring(i));
            }
            bytes[size++] = (byte) each;
        }
        return this;
    }

    private Bytes rest(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    private Bytes add(byte[] encoded) {
        need(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
        return this;
    }

    /// Text without a blank, quotation mark, comma or end of line, which need no quotes in a line of CSV; else nothing.
    ///
    /// @return whether it was added
    boolean addPlain(String text) {
        int length = text.length();
        need(length);
        for (int i = 0; i < length; i++) {
            char each = text.charAt(i);
            if (each >= 0x80) {
                return addName(text);
            }
            if (!PLAIN[each]) {
                return false;
            }
            bytes[size + i] = (byte) each;
        }
        size += length;
        return true;
    }

    private boolean addName(String text) {
        byte[] known = names.get(text);
        if (known == null) {
            if (names.size() == MOST_NAMES || !text.codePoints().allMatch(Bytes::isPlain)) {
                return false;
            }
            known = text.getBytes(StandardCharsets.UTF_8);
            names.put(text, known);
        }
        add(known);
        return true;
    }

    private static boolean isPlain(int each) {
        return each >= 0x80 || PLAIN[each];
    }

    /// As ISO 8601 has it.
    Bytes add(LocalDate day) {
        if (day.getYear() < 1000 || day.getYear() > 9999) {
            return add(day.toString());
        }
        return add(day.getYear())
                .add(day.getMonthValue() < 10 ? "-0" : "-")
                .add(day.getMonthValue())
                .add(day.getDayOfMonth() < 10 ? "-0" : "-")
                .add(day.getDayOfMonth());
    }

    Bytes add(long number) {
        if (number < 0) {
            return add(Long.toString(number));
        }
        need(20);
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        long rest = number;
        for (int i = size + digits - 1; i >= size; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
        return this;
    }

    private void need(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }

    void flush(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
        size = 0;
    }
}
