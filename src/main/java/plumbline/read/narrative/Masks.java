package plumbline.read.narrative;

import java.util.BitSet;
import java.util.List;
import java.util.Set;

/// Where numbers mean nothing: in titles 《…》, in short quotations “…”, in document numbers 〔…〕 and in fixed
/// expressions with or without quotation marks.
final class Masks {
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_QUOTATION = 24;

    private Masks() {}

    static BitSet in(String text, List<Words.Hit<Set<Cue>>> cues, Steps steps) {
        BitSet masked = new BitSet();
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '《' -> mask(text, i, '》', LONGEST_TITLE, masked, steps);
                case '〔' -> mask(text, i, '〕', LONGEST_QUOTATION, masked, steps);
                case '“' -> mask(text, i, '”', LONGEST_QUOTATION, masked, steps);
                default -> {}
            }
        }
        for (Words.Hit<Set<Cue>> cue : cues) {
            if (cue.meaning().contains(Cue.FIXED)) {
                masked.set(cue.start(), cue.end());
            }
        }
        steps.add(text.length());
        return masked;
    }

    private static void mask(String text, int open, char close, int longest, BitSet masked, Steps steps) {
        int limit = Math.min(text.length(), open + longest);
        int end = open + 1;
        while (end < limit && text.charAt(end) != close && text.charAt(end) != '\n') {
            end++;
        }
        steps.add(end - open);
        if (end < limit && text.charAt(end) == close) {
            masked.set(open, end + 1);
        }
    }
}
