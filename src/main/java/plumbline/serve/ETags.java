package plumbline.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plumbline.serve.Codings.Coding;

/// Strong entity tags. A tag names bytes, so the compressed form of an answer has a tag of its own: the same with a
/// suffix. Stateless.
final class ETags {
    private static final String[] SUFFIXES = {"", "-gzip", "-br"};

    private ETags() {}

    /// A tag, without quotes, that is the same whenever all the parts are.
    static String of(Object... parts) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            text.append(part).append('\n');
        }
        return of(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// A tag of the bytes themselves.
    static String of(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The tag as a header, for the coding the answer is sent in.
    static String header(String tag, Coding coding) {
        return '"' + tag + (coding == Coding.IDENTITY ? "" : "-" + coding.word()) + '"';
    }

    /// What If-None-Match names of this tag: the header to send back with 304; empty if it names other tags.
    static Optional<String> match(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return Optional.empty();
        }
        if (ifNoneMatch.strip().equals("*")) {
            return Optional.of(header(tag, Coding.IDENTITY));
        }
        List<String> ours =
                Arrays.stream(SUFFIXES).map(suffix -> '"' + tag + suffix + '"').toList();
        return Arrays.stream(ifNoneMatch.split(",", -1))
                .map(each -> each.strip().replaceFirst("^W/", ""))
                .filter(ours::contains)
                .findFirst();
    }
}
