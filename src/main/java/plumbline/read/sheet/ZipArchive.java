package plumbline.read.sheet;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// The parts of a zipped workbook, read from its directory. Believes no size that the file states: what comes out is
/// counted while it comes. Thread-safe.
final class ZipArchive {
    private static final int END = 0x06054b50;
    private static final int ENTRY = 0x02014b50;
    private static final int LOCAL = 0x04034b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final long FREE_OF_RATIO = 1 << 20;

    private record Entry(int method, boolean encrypted, int local, int at, int packed) {}

    private final byte[] bytes;
    private final Limits limits;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Long> unpacked = new HashMap<>();

    /// @throws NoWorkbook if this is no sound archive within the limits
    ZipArchive(byte[] bytes, Limits limits) {
        this.bytes = bytes;
        this.limits = limits;
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            readDirectory(in);
        } catch (IndexOutOfBoundsException | java.nio.BufferUnderflowException cut) {
            throw NoWorkbook.broken("zip directory");
        }
    }

    private void readDirectory(ByteBuffer in) {
        int end = end(in);
        int count = Short.toUnsignedInt(in.getShort(end + 10));
        if (count > limits.entries()) {
            throw NoWorkbook.tooMuch(count + " parts", limits.entries() + " parts");
        }
        int at = in.getInt(end + 16);
        for (int i = 0; i < count; i++) {
            if (in.getInt(at) != ENTRY) {
                throw NoWorkbook.broken("zip directory");
            }
            int nameLength = Short.toUnsignedInt(in.getShort(at + 28));
            int extraLength = Short.toUnsignedInt(in.getShort(at + 30));
            int commentLength = Short.toUnsignedInt(in.getShort(at + 32));
            String name = new String(bytes, at + 46, nameLength, StandardCharsets.UTF_8);
            add(name, entry(in, at));
            at += 46 + nameLength + extraLength + commentLength;
        }
        refuseOverlap();
    }

    /// Entries that share their bytes unpack to many times what they weigh together.
    private void refuseOverlap() {
        int end = 0;
        List<Entry> inOrder = entries.values().stream()
                .sorted(Comparator.comparingInt(Entry::local))
                .toList();
        for (Entry each : inOrder) {
            if (each.local() < end) {
                throw NoWorkbook.because(
                        "zip_bomb",
                        "parts that share their bytes",
                        "an archive as spreadsheet programs write it",
                        "压缩包里的几个部分共用同一段数据，疑为压缩炸弹。",
                        "parts of the archive share their bytes, as those of a bomb do.");
            }
            end = each.at() + each.packed();
        }
    }

    private int end(ByteBuffer in) {
        for (int at = bytes.length - END_SIZE; at >= Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT); at--) {
            if (in.getInt(at) == END) {
                return at;
            }
        }
        throw NoWorkbook.broken("the end of the archive is missing");
    }

    private Entry entry(ByteBuffer in, int at) {
        boolean encrypted = (in.getShort(at + 8) & 1) != 0;
        int method = in.getShort(at + 10);
        int packed = in.getInt(at + 20);
        int local = in.getInt(at + 42);
        if (packed < 0 || local < 0 || in.getInt(local) != LOCAL) {
            throw NoWorkbook.broken("zip entry");
        }
        int data = local
                + 30
                + Short.toUnsignedInt(in.getShort(local + 26))
                + Short.toUnsignedInt(in.getShort(local + 28));
        if (data < 0 || packed > bytes.length - data) {
            throw NoWorkbook.broken("zip entry");
        }
        return new Entry(method, encrypted, local, data, packed);
    }

    private void add(String name, Entry entry) {
        boolean outside = name.startsWith("/")
                || name.contains("\\")
                || List.of(name.split("/")).contains("..");
        if (outside || entries.put(name, entry) != null) {
            throw NoWorkbook.because(
                    "bad_archive",
                    name,
                    "parts with different names inside the file",
                    "压缩包里的“%s”重复或指向包外。".formatted(name),
                    "the part “%s” is there twice or points outside.".formatted(name));
        }
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    boolean hasAny(String ending) {
        return entries.keySet().stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).endsWith(ending));
    }

    boolean hasUnder(String folder) {
        return entries.keySet().stream().anyMatch(name -> name.startsWith(folder));
    }

    /// The part as a stream that ends in [NoWorkbook] at the limits; empty if there is no such part.
    Optional<InputStream> open(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            return Optional.empty();
        }
        if (entry.encrypted()) {
            throw encrypted();
        }
        InputStream packed = new ByteArrayInputStream(bytes, entry.at(), entry.packed());
        return switch (entry.method()) {
            case 0 -> Optional.of(new Counted(name, entry, packed));
            case 8 ->
                Optional.of(new Counted(name, entry, new InflaterInputStream(packed, new Inflater(true), 1 << 13)));
            default -> throw NoWorkbook.broken("zip method " + entry.method());
        };
    }

    static NoWorkbook encrypted() {
        return NoWorkbook.because(
                "encrypted",
                "a file with a password",
                "the same file without a password",
                "文件设有密码，无法读取；请去掉密码后再报。",
                "the file is protected by a password; save it without one.");
    }

    private synchronized void count(String name, Entry entry, long out) {
        if (out > FREE_OF_RATIO && out / limits.ratio() > entry.packed()) {
            throw NoWorkbook.because(
                    "zip_bomb",
                    "%s: more than %d times larger unpacked".formatted(name, limits.ratio()),
                    "parts that unpack to at most %d times their size".formatted(limits.ratio()),
                    "“%s”解压后超过原来的%d倍，疑为压缩炸弹。".formatted(name, limits.ratio()),
                    "“%s” unpacks to more than %d times its size, as a bomb does.".formatted(name, limits.ratio()));
        }
        unpacked.merge(name, out, Math::max);
        if (unpacked.values().stream().mapToLong(Long::longValue).sum() > limits.unpacked()) {
            throw NoWorkbook.beyond(
                    Limits.UNPACKED_SETTING,
                    "more than %d MB unpacked".formatted(limits.unpacked() >> 20),
                    "%d MB unpacked".formatted(limits.unpacked() >> 20));
        }
    }

    /// Counts what comes out, at most once for every 64 KB.
    private final class Counted extends FilterInputStream {
        private static final int INTERVAL = 1 << 16;

        private final String name;
        private final Entry entry;
        private long out;
        private long next = INTERVAL;

        Counted(String name, Entry entry, InputStream in) {
            super(in);
            this.name = name;
            this.entry = entry;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            counted(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int start, int length) throws IOException {
            int read = super.read(into, start, length);
            counted(Math.max(read, 0));
            return read;
        }

        private void counted(int bytes) {
            out += bytes;
            if (out >= next) {
                next = out + INTERVAL;
                count(name, entry, out);
            }
        }
    }
}
