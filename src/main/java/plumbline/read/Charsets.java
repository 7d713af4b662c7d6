package plumbline.read;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import plumbline.Finding;
import plumbline.Name;
import plumbline.Place;
import plumbline.Severity;

/// Finds out how bytes are written: byte order mark, UTF-16 by its NUL bytes, strict UTF-8, strict GB18030. Stateless.
public final class Charsets {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LOOKED_AT = 1 << 16;

    private Charsets() {}

    /// Decodes the bytes of a file; empty, with a finding `undecodable`, where no step of the ladder fits.
    public static Optional<Decoded> decode(String file, byte[] bytes, Consumer<Finding> findings) {
        Optional<Decoded> decoded = ladder(bytes);
        if (decoded.isEmpty()) {
            findings.accept(undecodable(file, bytes));
        }
        return decoded;
    }

    /// As [#decode], with the encoding that a person named.
    public static Optional<Decoded> decode(String file, byte[] bytes, Encoding encoding, Consumer<Finding> findings) {
        if (encoding == Encoding.DETECTED) {
            return decode(file, bytes, findings);
        }
        Optional<Decoded> decoded = as(bytes, encoding);
        if (decoded.isEmpty()) {
            findings.accept(notSo(file, bytes, encoding));
        }
        return decoded;
    }

    /// As [#ladder], with the encoding that a person named.
    public static Optional<Decoded> ladder(byte[] bytes, Encoding encoding) {
        return encoding == Encoding.DETECTED ? ladder(bytes) : as(bytes, encoding);
    }

    private static Optional<Decoded> as(byte[] bytes, Encoding encoding) {
        return strictly(asSaid(bytes, encoding));
    }

    private static Decoded asSaid(byte[] bytes, Encoding encoding) {
        byte[] mark = "\uFEFF".getBytes(encoding.charset());
        boolean marked = bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
        String label = marked ? encoding.label() + " (BOM)" : encoding.label();
        return new Decoded(bytes, marked ? mark.length : 0, encoding.charset(), label);
    }

    /// As [#decode], without saying what is wrong.
    public static Optional<Decoded> ladder(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return strictly(new Decoded(bytes, 3, StandardCharsets.UTF_8, "UTF-8 (BOM)"));
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return strictly(new Decoded(bytes, 2, StandardCharsets.UTF_16LE, "UTF-16LE (BOM)"));
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return strictly(new Decoded(bytes, 2, StandardCharsets.UTF_16BE, "UTF-16BE (BOM)"));
        }
        if (hasNul(bytes)) {
            Charset order = nulsAtOddPlaces(bytes) ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            return strictly(new Decoded(bytes, 0, order, order.name())).filter(Charsets::isPlausible);
        }
        return strictly(new Decoded(bytes, 0, StandardCharsets.UTF_8, "UTF-8"))
                .or(() -> strictly(new Decoded(bytes, 0, GB18030, "GB18030")));
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasNul(byte[] bytes) {
        for (byte each : bytes) {
            if (each == 0) {
                return true;
            }
        }
        return false;
    }

    /// ASCII in UTF-16 has its NUL second in little-endian order; 一 (U+4E00) has it the other way, but is rarer.
    private static boolean nulsAtOddPlaces(byte[] bytes) {
        int balance = 0;
        for (int i = 0; i < Math.min(bytes.length, LOOKED_AT); i++) {
            if (bytes[i] == 0) {
                balance += (i & 1) == 1 ? 1 : -1;
            }
        }
        return balance > 0;
    }

    private static Optional<Decoded> strictly(Decoded decoded) {
        return firstFault(decoded).isPresent() ? Optional.empty() : Optional.of(decoded);
    }

    /// Nearly all bytes make some UTF-16; without a mark it is believed only if its beginning has no control
    /// characters.
    private static boolean isPlausible(Decoded decoded) {
        try (Reader in = decoded.reader()) {
            for (int i = 0, c = in.read(); i < LOOKED_AT && c >= 0; i++, c = in.read()) {
                if (Character.isISOControl(c) && !Character.isWhitespace(c)) {
                    return false;
                }
            }
            return true;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // the bytes are in memory
        }
    }

    /// Offset of the first byte that the charset cannot read, or about where a NUL character stands, which no text has.
    private static OptionalInt firstFault(Decoded decoded) {
        CharsetDecoder decoder = decoded.charset()
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(decoded.bytes());
        in.position(decoded.start());
        char[] text = new char[1 << 13];
        CharBuffer out = CharBuffer.wrap(text);
        while (true) {
            CoderResult result = decoder.decode(in, out, true);
            for (int i = 0; i < out.position(); i++) {
                if (text[i] == '\0') {
                    return OptionalInt.of(in.position());
                }
            }
            if (result.isError()) {
                return OptionalInt.of(in.position());
            }
            if (result.isUnderflow()) {
                return OptionalInt.empty();
            }
            out.clear();
        }
    }

    private static Finding notSo(String file, byte[] bytes, Encoding encoding) {
        int at = Math.min(firstFault(asSaid(bytes, encoding)).orElse(0), bytes.length - 1);
        String label = encoding.label();
        return Finding.at(
                Severity.ERROR,
                "undecodable",
                file,
                new Place.Line(1, 1),
                "byte 0x%02X at offset %d".formatted(bytes[at] & 0xFF, at),
                "bytes in " + label + ", or another encoding",
                new Name(
                        "文件不是%s：第%d字节（0x%02X）不合；请改选编码。".formatted(label, at + 1, bytes[at] & 0xFF),
                        "the file is not in %s: byte %d (0x%02X) does not fit; choose another encoding."
                                .formatted(label, at + 1, bytes[at] & 0xFF)));
    }

    private static Finding undecodable(String file, byte[] bytes) {
        // The one that comes farthest is most likely the one that was meant.
        int utf8 = firstFault(new Decoded(bytes, 0, StandardCharsets.UTF_8, "UTF-8"))
                .orElse(0);
        int gb18030 = firstFault(new Decoded(bytes, 0, GB18030, "GB18030")).orElse(0);
        int at = Math.min(Math.max(utf8, gb18030), bytes.length - 1);
        String found = "byte 0x%02X at offset %d".formatted(bytes[at] & 0xFF, at);
        String accepted = "UTF-8, UTF-16, GB18030";
        Name sentence = new Name(
                "看不出文件的编码：第%d字节（0x%02X）既不合UTF-8也不合GB18030；请另存为UTF-8再报。".formatted(at + 1, bytes[at] & 0xFF),
                "the encoding cannot be told: byte %d (0x%02X) fits neither UTF-8 nor GB18030; save the file as UTF-8."
                        .formatted(at + 1, bytes[at] & 0xFF));
        return Finding.at(Severity.ERROR, "undecodable", file, new Place.Line(1, 1), found, accepted, sentence);
    }
}
