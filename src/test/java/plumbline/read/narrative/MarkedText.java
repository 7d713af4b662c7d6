package plumbline.read.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// A text of ours with its counts marked: `{{廉政谈话60余人次|>=60 人次 talks}}`, `*` for a withheld value, `-` for no unit, a
/// fourth word for a period of its own.
record MarkedText(String name, String text, List<Score.Marked> marks) {
    private static final Map<String, String> QUALIFIERS = Map.of(">=", "at_least", "<=", "at_most", "~", "about");

    static MarkedText of(String name, String marked, String period) {
        StringBuilder text = new StringBuilder();
        List<Score.Marked> marks = new ArrayList<>();
        int at = 0;
        for (int open = marked.indexOf("{{"); open >= 0; open = marked.indexOf("{{", at)) {
            int bar = marked.indexOf('|', marked.lastIndexOf('|', marked.indexOf("}}", open)));
            int close = marked.indexOf("}}", bar);
            text.append(marked, at, open);
            String quote = marked.substring(open + 2, bar);
            int start = text.codePointCount(0, text.length());
            text.append(quote);
            String[] words = marked.substring(bar + 1, close).strip().split(" ");
            if (words.length >= 3) {
                marks.add(mark(name, quote, start, words, period));
            }
            at = close + 2;
        }
        return new MarkedText(name, text.append(marked.substring(at)).toString(), marks);
    }

    private static Score.Marked mark(String name, String quote, int start, String[] words, String period) {
        String value = words[0];
        String qualifier = value.equals("*") ? "withheld" : value.equals("0") ? "zero" : "exact";
        for (Map.Entry<String, String> each : QUALIFIERS.entrySet()) {
            if (value.startsWith(each.getKey())) {
                qualifier = each.getValue();
                value = value.substring(each.getKey().length());
            }
        }
        return new Score.Marked(
                name,
                quote,
                start,
                start + quote.codePointCount(0, quote.length()),
                value.equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value)),
                qualifier,
                words[1].equals("-") ? "" : words[1],
                words[2],
                words.length > 3 ? words[3] : period,
                true);
    }
}
