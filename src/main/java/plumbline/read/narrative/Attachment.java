package plumbline.read.narrative;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells what a count counts by the words beside it (DOMAIN §4.6 to §4.8).
///
/// A Chinese noun phrase ends in its head, so the last term before the number speaks first: 党风廉政建设专题会议1次. Where
/// the number opens the clause, the words behind it do: *次党风廉政警示教育. A list goes on with the head of its first item,
/// and where nothing names the activity, the section's heading tells the family.
final class Attachment {
    private static final int LEAD = 80;

    private final String text;
    private final Lexicon lexicon;
    private final Memory memory;
    private final Meaning meaning;
    private final Clauses clauses;
    private final Segment title;

    Attachment(Source source, Lexicon lexicon, Memory memory, Segment title) {
        this.title = title;
        this.text = source.text();
        this.lexicon = lexicon;
        this.memory = memory;
        this.meaning = new Meaning(lexicon.catalog(), memory);
        this.clauses = new Clauses(source, lexicon);
    }

    /// What the count inside the sentence counts.
    ///
    /// @param from end of the count before it in the sentence, or the sentence's beginning
    /// @param to beginning of the next count of the sentence, or the sentence's end
    Attached attach(Quantity count, int from, int to, Segment sentence, Segment heading) {
        Segment before = clauses.before(count.start(), from);
        Segment after = clauses.after(count.end(), to);
        boolean goesOn = lexicon.lengthAt(Cue.BEHIND, text, after.start(), after.end()) > 0;
        boolean opens = after.length() > 0 && !goesOn;
        boolean joined = to == count.end() && to < sentence.end(); // 4大类28个具体问题
        Optional<Words.Hit<List<Term>>> left = lastTerm(before, sentence);
        Optional<Words.Hit<List<Term>>> right =
                after.length() > 0 ? bestTerm(withUnit(after, count), sentence, count.unit()) : Optional.empty();
        if ((opens || joined) && left.isEmpty() && right.isEmpty()) {
            right = bestTerm(clauses.toEndOfClause(count.end(), sentence.end()), sentence, count.unit());
        }
        if (lexicon.measure(count.unit()).orElse(Measure.COUNT) == Measure.MONEY) {
            return money(count, before, left, right);
        }
        if (left.isPresent() && (right.isEmpty() || !prefersRight(left.get(), right.get(), count))) {
            return named(
                    count,
                    left.get(),
                    new Segment(clauses.nounStart(before, left.get().start()), count.end()),
                    sentence,
                    heading);
        }
        if (right.isPresent()) {
            int end = Math.max(count.end(), right.get().end());
            return named(count, right.get(), new Segment(count.start(), end), sentence, heading);
        }
        return carried(count, before, opens, sentence, heading);
    }

    /// 九类突出问题: the measure word may be part of the term.
    private static Segment withUnit(Segment after, Quantity count) {
        return new Segment(after.start() - count.unit().length(), after.end());
    }

    private Attached money(
            Quantity count,
            Segment before,
            Optional<Words.Hit<List<Term>>> left,
            Optional<Words.Hit<List<Term>>> right) {
        Segment quote = new Segment(clauses.nounStart(before, before.start()), count.end());
        boolean named = left.isPresent() || right.isPresent() || before.length() > 0;
        return new Attached(Optional.empty(), "", "other", List.of(), quote, List.of("uncatalogued"), named);
    }

    /// The words behind win where they stand right there and those before do not, or where a meeting did something.
    private boolean prefersRight(Words.Hit<List<Term>> left, Words.Hit<List<Term>> right, Quantity count) {
        int leftGap = count.start() - left.end();
        int rightGap = right.start() - count.end();
        boolean sameFamily = family(left).equals(family(right));
        if (leftGap == 1 && text.charAt(left.end()) == '的') {
            return !isWeak(right);
        }
        if (leftGap <= 1) {
            return sameFamily
                    && rightGap <= 1
                    && hasMetric(right)
                    && family(left).equals("meetings");
        }
        return !isWeak(right) || isWeak(left);
    }

    /// 受到党纪政务处分的人里，地厅级67人: the list's head stands in an earlier clause, without a count.
    private void lead(int term, Segment sentence, String unit) {
        Segment words = new Segment(Math.max(sentence.start(), term - LEAD), term);
        if (memory.familyOfSentence().isEmpty()) {
            lastTerm(words, sentence).ifPresent(head -> {
                Meaning.Settled settled = meaning.of(head.meaning(), unit);
                memory.remember(
                        new Attached(settled.metric(), "", settled.family(), List.of(), words, List.of(), true), false);
            });
        }
    }

    private static String family(Words.Hit<List<Term>> hit) {
        return hit.meaning().getFirst().family();
    }

    private static boolean hasMetric(Words.Hit<List<Term>> hit) {
        return hit.meaning().stream().anyMatch(term -> term.metric().isPresent());
    }

    private static boolean isWeak(Words.Hit<List<Term>> hit) {
        return hit.meaning().stream().allMatch(Term::weak);
    }

    /// The last term of the span that is not weak.
    private Optional<Words.Hit<List<Term>>> lastTerm(Segment span, Segment sentence) {
        Optional<Words.Hit<List<Term>>> last = Optional.empty();
        for (Words.Hit<List<Term>> hit : clauses.terms(span, sentence)) {
            if (!isWeak(hit)) {
                last = Optional.of(hit);
            }
        }
        return last;
    }

    /// Of the terms behind the count the first whose metric is counted so, else the first that says a family.
    private Optional<Words.Hit<List<Term>>> bestTerm(Segment span, Segment sentence, String unit) {
        Optional<Words.Hit<List<Term>>> best = Optional.empty();
        for (Words.Hit<List<Term>> hit : clauses.terms(span, sentence)) {
            boolean dimension = hit.meaning().stream().allMatch(Term::isDimension);
            if (dimension || isWeak(hit)) {
                continue;
            }
            if (meaning.of(hit.meaning(), unit).metric().isPresent()) {
                return Optional.of(hit);
            }
            best = best.isPresent() ? best : Optional.of(hit);
        }
        return best;
    }

    private Attached named(
            Quantity count, Words.Hit<List<Term>> hit, Segment quote, Segment sentence, Segment heading) {
        if (hit.meaning().stream().allMatch(Term::isDimension)) {
            lead(hit.start(), sentence, count.unit());
        }
        Meaning.Settled settled = meaning.of(hit.meaning(), count.unit());
        List<String> flags = new ArrayList<>();
        if (settled.metric().isEmpty()) {
            flags.add("uncatalogued");
        } else if (!settled.fits()) {
            flags.add("unit_differs");
        }
        if (clauses.coordinates(quote.start(), hit)) {
            flags.add("combined");
        }
        if (hit.meaning().getFirst().word().startsWith("行政")) {
            flags.add("legacy_term");
        }
        String family = settled.family().isEmpty() ? fallback(quote, sentence, heading) : settled.family();
        return new Attached(settled.metric(), settled.category(), family, hit.meaning(), quote, flags, true);
    }

    /// Nothing beside the count names what it counts.
    private Attached carried(Quantity count, Segment before, boolean opens, Segment sentence, Segment heading) {
        boolean listed = before.length() > 0 && text.charAt(before.start()) == '、' && memory.lastWasUncatalogued();
        boolean elided = !memory.terms().isEmpty() && (listed || clauses.isEmpty(before));
        Segment quote = new Segment(clauses.nounStart(before, before.start()), count.end());
        if (elided && !opens) {
            Meaning.Settled settled = meaning.of(memory.terms(), count.unit());
            if (!settled.family().isEmpty()) {
                List<String> flags =
                        settled.metric().isPresent() ? List.of("carried") : List.of("carried", "uncatalogued");
                return new Attached(
                        settled.metric(),
                        settled.category(),
                        settled.family(),
                        memory.terms(),
                        listed ? quote : new Segment(count.start(), count.end()),
                        flags,
                        true);
            }
        }
        boolean inList = !memory.familyOfSentence().isEmpty();
        String family = inList ? memory.familyOfSentence() : fallback(before, sentence, heading);
        return new Attached(
                Optional.empty(),
                "",
                family,
                List.of(),
                quote,
                List.of("uncatalogued"),
                !opens || (inList && !count.written()));
    }

    /// What a stated zero is a zero of: the last term of its words.
    Attached zero(Segment span, Segment sentence, Segment heading) {
        Optional<Words.Hit<List<Term>>> last = clauses.terms(span, sentence).stream()
                .filter(hit ->
                        hit.meaning().stream().anyMatch(term -> term.with().isEmpty()))
                .reduce((_, later) -> later);
        Meaning.Settled settled = meaning.of(last.map(Words.Hit::meaning).orElse(List.of()), "");
        String family = settled.family().isEmpty() ? fallback(span, sentence, heading) : settled.family();
        List<String> flags = settled.metric().isPresent() ? List.of() : List.of("uncatalogued");
        return new Attached(settled.metric(), settled.category(), family, List.of(), span, flags, true);
    }

    /// The family of what the sentence began with, else of the section's heading, of the last count, of a weak word,
    /// of the title.
    private String fallback(Segment before, Segment sentence, Segment heading) {
        int begin = Math.max(sentence.start(), before.start() - LEAD);
        for (String family : List.of(
                clauses.familyOf(new Segment(begin, before.start()), false),
                clauses.familyOf(heading, true),
                memory.family(),
                clauses.familyOf(before, true),
                clauses.familyOf(title, false))) {
            if (!family.isEmpty()) {
                return family;
            }
        }
        return "other";
    }
}
