package plumbline.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/// What stands for the cells of a row where a million rows are to be told apart: the first half of their SHA-256. Two
/// rows with different cells do not share one by chance, nor can anybody who edits a file find such two.
record RowDigest(long high, long low) {
    static RowDigest of(List<String> cells) {
        MessageDigest digest = sha256();
        for (String cell : cells) {
            byte[] text = cell.getBytes(StandardCharsets.UTF_8);
            // Its length first: no text can pass for the end of a cell.
            for (int shift = 24; shift >= 0; shift -= 8) {
                digest.update((byte) (text.length >>> shift));
            }
            digest.update(text);
        }
        byte[] bytes = digest.digest();
        return new RowDigest(number(bytes, 0), number(bytes, Long.BYTES));
    }

    private static long number(byte[] bytes, int from) {
        long number = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            number = (number << 8) | (bytes[i] & 0xff);
        }
        return number;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
