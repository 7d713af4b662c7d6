package plumbline.read.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plumbline.Value;

/// Reads the figures of a paragraph of prose, sentence by sentence.
final class SentenceReader {
    private static final String STOPS = "。!?";
    private static final int ASIDE_OF_UNIT = 2;
    private static final int ITEM_HEADING = 12;

    private final Source source;
    private final String text;
    private final Timeline timeline;
    private final Memory memory;
    private final QuantityFinder quantities;
    private final Zeroes zeroes;
    private final Attachment attachment;
    private final Judge judge;
    private final Derived derived;
    private Optional<Scope> carried = Optional.empty();
    private Segment heading = new Segment(0, 0);

    SentenceReader(Source source, Lexicon lexicon, Timeline timeline, Memory memory, Segment title) {
        this.source = source;
        this.text = source.text();
        this.timeline = timeline;
        this.memory = memory;
        this.quantities = new QuantityFinder(source, lexicon);
        this.zeroes = new Zeroes(source);
        this.attachment = new Attachment(source, lexicon, memory, title);
        this.judge = new Judge(source, lexicon);
        this.derived = new Derived(source, lexicon.catalog());
    }

    List<Draft> read(Paragraph paragraph) {
        List<Draft> drafts = new ArrayList<>();
        carried = Optional.empty();
        heading = paragraph.heading();
        int start = paragraph.span().start();
        int end = start;
        while (end < paragraph.span().end()) {
            boolean stop = STOPS.indexOf(text.charAt(end)) >= 0
                    || end + 1 == paragraph.span().end();
            end++;
            if (stop) {
                drafts.addAll(sentence(new Segment(start, end), paragraph));
                start = end;
            }
        }
        source.steps().add(paragraph.span().length());
        return drafts;
    }

    private List<Draft> sentence(Segment sentence, Paragraph paragraph) {
        memory.newSentence();
        if (opensItem(sentence)) {
            carried = Optional.empty();
            heading = new Segment(sentence.start(), Math.min(sentence.end(), sentence.start() + ITEM_HEADING));
        }
        List<Draft> drafts = new ArrayList<>();
        List<Quantity> found = quantities.in(sentence);
        int from = sentence.start();
        for (int i = 0; i < found.size(); i++) {
            Quantity count = found.get(i);
            int to = i + 1 < found.size() ? found.get(i + 1).start() : sentence.end();
            Draft draft = draft(count, from, to, sentence, paragraph);
            drafts.add(draft);
            derived.from(draft, sentence).ifPresent(drafts::add);
            if (i > 0 && drafts.size() > 1) {
                Derived.product(drafts.get(drafts.size() - 2), draft).ifPresent(drafts::add);
            }
            if (count.isCount()) {
                boolean spoken = draft.decision() != Decision.REJECT;
                from = spoken ? Math.max(count.end(), draft.quote().end()) : count.end();
            }
        }
        zeroes(sentence, paragraph, drafts);
        timeline.lastIn(sentence.start(), sentence.end())
                .filter(scope -> scope.hasMonths() || scope.kind() == Scope.Kind.SINCE)
                .filter(scope -> scope.kind() != Scope.Kind.SO_FAR)
                .filter(scope -> timeline.covered(scope).relation() == Covered.Relation.INSIDE)
                .ifPresent(scope -> carried = scope.kind() == Scope.Kind.OWN ? Optional.empty() : Optional.of(scope));
        return drafts;
    }

    /// 一是, 二是: the times of the item before do not hold any more.
    private boolean opensItem(Segment sentence) {
        int at = sentence.start();
        return sentence.length() > 2
                && "一二三四五六七八九十".indexOf(text.charAt(at)) >= 0
                && (text.charAt(at + 1) == '是' || text.charAt(at + 1) == '、');
    }

    private Draft draft(Quantity count, int from, int to, Segment sentence, Paragraph paragraph) {
        Attached attached = attachment.attach(count, from, to, sentence, heading);
        Covered covered = covered(count.start(), sentence);
        Judge.Verdict verdict = judge.of(new Judge.Candidate(count, attached, covered, sentence, paragraph, from));
        List<String> flags = new ArrayList<>(attached.flags());
        boolean subset = source.has(Cue.SUBSET, clauseOf(count.start(), sentence), count.start());
        if (subset) {
            flags.add("subset");
        }
        if (source.has(Cue.EACH, Math.max(from, count.start() - 12), count.start())) {
            flags.add("each");
        }
        if (count.rounded()) {
            flags.add("rounded");
        }
        if (count.unit().equals("人次")
                && text.substring(count.number(), count.end()).contains("(")) {
            flags.add("ambiguous_unit");
        }
        if (count.isCount() && verdict.decision() != Decision.REJECT) {
            memory.remember(attached, subset);
        }
        return new Draft(
                attached.quote(),
                attached,
                count.value(),
                count.unit(),
                covered,
                flags,
                verdict.decision(),
                verdict.reason());
    }

    private int clauseOf(int place, Segment sentence) {
        int at = place;
        int limit = Math.max(sentence.start(), place - 60);
        while (at > limit && ",;".indexOf(text.charAt(at - 1)) < 0) {
            at--;
        }
        return at;
    }

    /// The nearest time named before the place in the sentence, else in the paragraph, else the report's own.
    private Covered covered(int place, Segment sentence) {
        int from = source.cues(Cue.LEVEL, Math.max(sentence.start(), place - 8), place).stream()
                .mapToInt(Words.Hit::start)
                .findFirst()
                .orElse(sentence.start()); // 由上年的5次增加到8次: the 8 is this year's
        return timeline.lastIn(from, place)
                .or(() -> carried)
                .map(timeline::covered)
                .orElseGet(timeline::own);
    }

    private void zeroes(Segment sentence, Paragraph paragraph, List<Draft> drafts) {
        for (Zeroes.Zero zero : zeroes.in(sentence)) {
            drafts.add(nil(zero.span(), zero.weak(), sentence, paragraph));
        }
        for (Segment nil : NilFigures.in(source, sentence)) {
            drafts.add(nil(nil, false, sentence, paragraph));
        }
    }

    private Draft nil(Segment span, boolean weak, Segment sentence, Paragraph paragraph) {
        Attached attached = attachment.zero(span, sentence, heading);
        Covered covered = covered(span.start() + ASIDE_OF_UNIT, sentence);
        boolean achieved = paragraph.role() == Paragraph.Role.RESULTS;
        Decision decision = achieved ? Decision.ACCEPT : Decision.REJECT;
        List<String> flags = new ArrayList<>(attached.flags());
        if (weak) {
            flags.add("not_found");
        }
        return new Draft(
                span,
                attached,
                Value.exact(0),
                "",
                covered,
                flags,
                decision,
                achieved ? "stated_zero" : "problem_section");
    }
}
