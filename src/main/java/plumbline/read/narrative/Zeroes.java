package plumbline.read.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds what a text says there was none of: 未发生违纪违法案件, 没有…行为, 零投诉, 问题为零 (DOMAIN §4.9).
final class Zeroes {
    private static final int WINDOW = 40;
    private static final int LONGEST_TAIL = 8;
    private static final int LONGEST_GAP = 14;
    private static final String EDGES = ",;。、!?”\n|";

    /// A stated zero: its words, and whether it only says that nothing was found.
    record Zero(Segment span, boolean weak) {}

    private final Source source;
    private final String text;

    Zeroes(Source source) {
        this.source = source;
        this.text = source.text();
    }

    List<Zero> in(Segment sentence) {
        List<Zero> zeroes = new ArrayList<>();
        int done = sentence.start();
        for (int i = 0; i < 2; i++) {
            boolean weak = i == 1;
            for (Words.Hit<Set<Cue>> cue :
                    source.cues(weak ? Cue.ZERO_NOT_FOUND : Cue.ZERO, sentence.start(), sentence.end())) {
                if (cue.start() >= done || weak) {
                    int end = endOfNoun(cue, sentence.end());
                    if (end > 0 && !isDenied(cue.start(), sentence.start())) {
                        zeroes.add(new Zero(new Segment(cue.start(), end), weak));
                        done = end;
                    }
                }
            }
        }
        return zeroes;
    }

    /// Where what is absent ends; 0 where nothing is said to be absent.
    private int endOfNoun(Words.Hit<Set<Cue>> cue, int limit) {
        int edge = cue.end();
        int most = Math.min(limit, cue.end() + WINDOW);
        while (edge < most && EDGES.indexOf(text.charAt(edge)) < 0) {
            edge++;
        }
        source.steps().add(edge - cue.start());
        if (edge == most && edge < limit) {
            return 0;
        }
        boolean none = cue.end() - cue.start() == 1 && text.charAt(cue.start()) == '零';
        if (none && (edge == cue.end() || "以个".indexOf(text.charAt(cue.end())) >= 0)) {
            return 0;
        }
        int end = 0;
        int gap = none ? 0 : LONGEST_GAP;
        for (Words.Hit<Set<Cue>> noun : source.cues(Cue.ZERO_NOUN, cue.start(), edge)) {
            boolean near = noun.start() - Math.max(cue.end(), end) <= gap || noun.start() < cue.end();
            if (near && noun.end() > cue.end() && noun.end() <= edge) {
                end = noun.end();
            }
        }
        return end > 0 && edge - end <= LONGEST_TAIL && isCount(end, edge) ? edge : 0;
    }

    /// Behind the noun only the words that close such a statement.
    private boolean isCount(int from, int to) {
        return text.substring(from, to).chars().noneMatch(c -> "而就不才再也都则".indexOf(c) >= 0);
    }

    /// An aim, a condition or a norm rather than a statement.
    private boolean isDenied(int start, int from) {
        int back = Math.max(from, start - WINDOW);
        String before = text.substring(back, start);
        boolean condition =
                before.endsWith("如") || before.endsWith("若") || before.endsWith("凡") || before.endsWith("因");
        return condition
                || source.has(Cue.PLAN, back, start)
                || source.has(Cue.REQUIREMENT, back, start)
                || source.has(Cue.NORM, back, start)
                || before.contains("防止")
                || before.contains("杜绝")
                || before.contains("避免");
    }
}
