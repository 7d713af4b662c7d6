package plumbline.read.narrative;

import java.util.ArrayList;
import java.util.List;

/// Finds what is counted and comes out as none: 反映吃拿卡要问题为零, 受处分情况为0.
final class NilFigures {
    private static final int WINDOW = 30;

    private NilFigures() {}

    /// Spans of a clause up to its 为零.
    static List<Segment> in(Source source, Segment sentence) {
        List<Segment> found = new ArrayList<>();
        String text = source.text();
        for (int i = sentence.start() + 1; i + 1 < sentence.end() + 1 && i < text.length(); i++) {
            char c = text.charAt(i);
            boolean nil = (c == '零' || c == '0') && "为是归".indexOf(text.charAt(i - 1)) >= 0;
            boolean closed = i + 1 >= sentence.end() || ",;。、)!?".indexOf(text.charAt(i + 1)) >= 0;
            if (nil && closed && text.charAt(i - 2 < 0 ? 0 : i - 2) != '数') {
                int start = i - 1;
                int limit = Math.max(sentence.start(), start - WINDOW);
                while (start > limit && !Clauses.isEdge(text.charAt(start - 1))) {
                    start--;
                }
                found.add(new Segment(start, i + 1));
            }
        }
        source.steps().add(sentence.length());
        return found;
    }
}
