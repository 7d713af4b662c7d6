package plumbline.extract;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing buffer of UTF-8 that is handed on now and then. Not thread-safe.
final class Bytes {
    private byte[] bytes = new byte[1 << 16];
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
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        need(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
        return this;
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
