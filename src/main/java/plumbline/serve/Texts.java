package plumbline.serve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import plumbline.Report;
import plumbline.intake.StoredText;
import plumbline.ledger.Ledger;

/// Reports as text. The last few small ones are kept, because a reader looks at many figures of the same report.
/// Thread-safe.
final class Texts {
    private static final Pattern LINE_BREAK = Pattern.compile("\\r\\n|\\r|\\n");
    private static final int KEPT = 16;
    private static final int LARGEST_KEPT = 1 << 20;

    private final Ledger ledger;
    private final Map<Long, String> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, String> eldest) {
            return size() > KEPT;
        }
    };

    Texts(Ledger ledger) {
        this.ledger = ledger;
    }

    /// The report as text; empty for a workbook, which is none.
    String of(Report report) {
        synchronized (kept) {
            String known = kept.get(report.id());
            if (known != null) {
                return known;
            }
        }
        String text = StoredText.of(report, ledger).orElse("");
        if (text.length() <= LARGEST_KEPT) {
            synchronized (kept) {
                kept.put(report.id(), text);
            }
        }
        return text;
    }

    /// Code points `from` to `to` of the text, as far as it has them.
    static String slice(String text, int from, int to) {
        int length = text.codePointCount(0, text.length());
        int start = Math.clamp(from, 0, length);
        int begin = text.offsetByCodePoints(0, start);
        return text.substring(begin, text.offsetByCodePoints(begin, Math.clamp(to, start, length) - start));
    }

    /// In which line of the text, counted from 1 as the page of the report numbers them, a code point stands.
    static int paragraph(String text, int at) {
        return 1 + (int) LINE_BREAK.matcher(slice(text, 0, at)).results().count();
    }

    /// The fields of a CSV row that begins on the 1-based line; empty where the text has no such line. The
    /// separator is the commonest candidate of the first line, as in every form that was accepted.
    static List<String> row(String text, int line) {
        int at = 0;
        for (int i = 1; i < line; i++) {
            int end = text.indexOf('\n', at);
            if (end < 0) {
                return List.of();
            }
            at = end + 1;
        }
        return fields(text, at, separator(text));
    }

    private static char separator(String text) {
        int end = text.indexOf('\n');
        String header = end < 0 ? text : text.substring(0, end);
        char best = ',';
        for (char each : new char[] {';', '\t'}) {
            best = count(header, each) > count(header, best) ? each : best;
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(each -> each == wanted).count();
    }

    private static List<String> fields(String text, int start, char separator) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = start; i < text.length(); i++) {
            char each = text.charAt(i);
            if (quoted) {
                boolean doubled = each == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
                if (each != '"' || doubled) {
                    field.append(each);
                    i += doubled ? 1 : 0;
                } else {
                    quoted = false;
                }
            } else if (each == '"' && field.isEmpty()) {
                quoted = true;
            } else if (each == separator) {
                fields.add(field.toString());
                field.setLength(0);
            } else if (each == '\n') {
                break;
            } else if (each != '\r') {
                field.append(each);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
