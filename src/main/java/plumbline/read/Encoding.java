package plumbline.read;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// How a file of text is to be decoded: found out from its bytes, or as a person says.
public enum Encoding {
    DETECTED(StandardCharsets.UTF_8, "detected"),
    UTF_8(StandardCharsets.UTF_8, "UTF-8"),
    GB18030(Charset.forName("GB18030"), "GB18030"),
    UTF_16LE(StandardCharsets.UTF_16LE, "UTF-16LE"),
    UTF_16BE(StandardCharsets.UTF_16BE, "UTF-16BE");

    /// What [#read] takes.
    public static final String ACCEPTED = "UTF-8, GB18030, UTF-16LE, UTF-16BE";

    private static final Set<String> CHINESE = Set.of("GBK", "GB2312", "CP936", "GB18030");

    private final Charset charset;
    private final String label;

    Encoding(Charset charset, String label) {
        this.charset = charset;
        this.label = label;
    }

    Charset charset() {
        return charset;
    }

    /// Its name for people.
    public String label() {
        return label;
    }

    /// The encoding of this name; letter case does not matter, and GBK and GB2312 are parts of GB18030.
    public static Optional<Encoding> read(String name) {
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        return CHINESE.contains(wanted)
                ? Optional.of(GB18030)
                : Arrays.stream(values())
                        .filter(each -> each != DETECTED && each.label.equals(wanted))
                        .findFirst();
    }
}
