package plumbline.read.form;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import plumbline.read.SpokenPeriod;

/// Tells a form by the names in its header: not by their order, nor by units, years, periods and departments, which are
/// other ones in the next file.
final class FormDigest {
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d{2}(?=年)");

    private FormDigest() {}

    static String of(List<Layout.Column> columns, Terms terms) {
        TreeSet<String> names = new TreeSet<>();
        for (Layout.Column each : columns) {
            for (String part : each.parts()) {
                String text = Terms.plain(part);
                if (SpokenPeriod.read(text).isEmpty() && !terms.isDepartment(text)) {
                    names.add(name(List.of(part), terms));
                }
            }
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            names.forEach(each -> digest.update((each + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /// The header without units, blanks and years.
    static String name(List<String> parts, Terms terms) {
        List<String> names = parts.stream()
                .map(Terms::plain)
                .map(terms::withoutMeasure)
                .map(each -> each.replaceAll("[\\s\\u3000]+", ""))
                .map(each -> YEAR.matcher(each).replaceAll("#"))
                .toList();
        return String.join("|", names);
    }
}
