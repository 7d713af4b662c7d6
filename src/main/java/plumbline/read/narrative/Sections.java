package plumbline.read.narrative;

import java.util.ArrayList;
import java.util.List;

/// Cuts a text into paragraphs and tells for each what its section tells of: results, problems or plans.
///
/// A heading opens with 一、 （一） 1. ① 【 or ★, or is a short line without a full stop. A section of plans or
/// problems lasts until a heading of the same or a higher level.
final class Sections {
    private static final int LONGEST_HEADING = 40;
    private static final int SHORT_LINE = 24;
    private static final String HAN = "一二三四五六七八九十";

    private final Source source;
    private final String text;
    private final Lexicon lexicon;
    private final boolean allPlans;
    private Paragraph.Role role = Paragraph.Role.RESULTS;
    private int roleLevel = 9;
    private Segment heading = new Segment(0, 0);

    private Sections(Source source, Lexicon lexicon, Segment title) {
        this.source = source;
        this.text = source.text();
        this.lexicon = lexicon;
        String words = title.of(text);
        this.allPlans = lexicon.contains(Cue.PLAN_TITLE, words) && !lexicon.contains(Cue.RESULT_TITLE, words);
    }

    static List<Paragraph> of(Source source, Lexicon lexicon, Segment title) {
        Sections sections = new Sections(source, lexicon, title);
        List<Paragraph> paragraphs = new ArrayList<>();
        int start = 0;
        while (start < sections.text.length()) {
            int end = sections.text.indexOf('\n', start);
            end = end < 0 ? sections.text.length() : end;
            if (end > start) {
                paragraphs.add(sections.paragraph(new Segment(start, end)));
            }
            start = end + 1;
        }
        source.steps().add(sections.text.length());
        return paragraphs;
    }

    /// The first line that is no noise, if it is short enough for a title; else an empty span at the beginning.
    static Segment title(Source source) {
        String text = source.text();
        int start = 0;
        while (start < text.length()
                && (text.charAt(start) == '\n' || source.noise().get(start))) {
            start++;
        }
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && end - start <= 70) {
            end++;
        }
        String line = text.substring(start, end);
        boolean sentence = line.indexOf('。') >= 0 || end - start > 70 || line.endsWith(":") || line.endsWith(",");
        return sentence ? new Segment(start, start) : new Segment(start, end);
    }

    private Paragraph paragraph(Segment span) {
        int level = level(span);
        Segment words = new Segment(span.start(), endOfHeading(span));
        if (level > 0) {
            heading = words;
            Paragraph.Role named = roleOf(words.of(text));
            if (level <= roleLevel || named != Paragraph.Role.RESULTS) {
                role = named;
                roleLevel = named == Paragraph.Role.RESULTS ? 9 : level;
            }
        }
        Paragraph.Role own = allPlans ? Paragraph.Role.PLANS : role;
        if (level == 0 && own == Paragraph.Role.RESULTS && opensPlans(span)) {
            own = Paragraph.Role.PLANS;
        }
        return new Paragraph(span, own, heading);
    }

    private int endOfHeading(Segment span) {
        int from = span.start();
        int limit = Math.min(span.end(), from + LONGEST_HEADING);
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '。' || c == '】' || (c == ':' && i > from) || (c == ',' && i > from + 12)) {
                return i;
            }
        }
        return limit;
    }

    private Paragraph.Role roleOf(String words) {
        if (lexicon.contains(Cue.PLAN_SECTION, words)) {
            return Paragraph.Role.PLANS;
        }
        return lexicon.contains(Cue.PROBLEM_SECTION, words) ? Paragraph.Role.PROBLEMS : Paragraph.Role.RESULTS;
    }

    /// A paragraph that begins with 下一步 or its like.
    private boolean opensPlans(Segment span) {
        String beginning = text.substring(span.start(), Math.min(span.end(), span.start() + 6));
        return lexicon.contains(Cue.PLAN_SECTION, beginning);
    }

    /// 1 for 一、, 2 for （一） and lines of their own, 3 for 1. and marks, 0 for no heading.
    private int level(Segment span) {
        int at = span.start();
        char c = text.charAt(at);
        if (c == '#') {
            return 1;
        }
        if (HAN.indexOf(c) >= 0) {
            int end = skip(at, span.end(), HAN);
            return end < span.end() && "、.".indexOf(text.charAt(end)) >= 0 ? 1 : shortLine(span);
        }
        if (c == '(' && at + 1 < span.end()) {
            int end = skip(at + 1, span.end(), HAN + "0123456789");
            return end > at + 1 && end < span.end() && text.charAt(end) == ')' ? 2 : shortLine(span);
        }
        if (c == '第' && at + 2 < span.end() && text.indexOf("部分", at) == at + 2) {
            return 1;
        }
        if ((c >= '①' && c <= '⑳') || "【★●■◆•▲".indexOf(c) >= 0) {
            return 3;
        }
        int digits = skip(at, span.end(), "0123456789");
        if (digits > at && digits < span.end() && ".、".indexOf(text.charAt(digits)) >= 0) {
            return 3;
        }
        return shortLine(span);
    }

    /// A short line without stops and numbers heads what follows, if it says what it heads.
    private int shortLine(Segment span) {
        String line = span.of(text);
        boolean plain =
                span.length() <= SHORT_LINE && line.chars().noneMatch(c -> "。,;!?|\t0123456789*".indexOf(c) >= 0);
        source.steps().add(Math.min(span.length(), SHORT_LINE));
        return plain ? 2 : 0;
    }

    private int skip(int at, int limit, String characters) {
        int end = at;
        while (end < limit && end - at < 4 && characters.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }
}
