package plumbline.read.narrative;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.Kind;

/// Decides whether a count is a figure the report claims to have achieved, and names the rule (DOMAIN §4.10).
final class Judge {
    /// What a count became, and the rule that decided.
    record Verdict(Decision decision, String reason) {}

    /// A count with all that is known of it.
    record Candidate(
            Quantity count, Attached attached, Covered covered, Segment sentence, Paragraph paragraph, int from) {}

    private interface Rule {
        Optional<Verdict> on(Candidate candidate);
    }

    private static final Set<String> UNITS_OF_UNITS = Set.of("个", "家", "所", "处");
    private static final Set<String> CLASSIFIED = Set.of("个", "项", "种", "大类", "条", "类", "步", "道", "张", "件", "次");
    private static final int NEAR = 3;

    private final Source source;
    private final String text;
    private final Lexicon lexicon;
    private final Clauses clauses;
    private final List<Rule> rules = List.of(
            this::notACount,
            this::plan,
            this::problem,
            this::otherPeriod,
            this::difference,
            this::pending,
            this::average,
            this::stock,
            this::caseDetail,
            this::receivedForStudy,
            this::article,
            this::classifier,
            this::unitsOfTheOrganisation,
            this::nothingNamed);

    Judge(Source source, Lexicon lexicon) {
        this.source = source;
        this.text = source.text();
        this.lexicon = lexicon;
        this.clauses = new Clauses(source, lexicon);
    }

    Verdict of(Candidate candidate) {
        for (Rule rule : rules) {
            Optional<Verdict> verdict = rule.on(candidate);
            if (verdict.isPresent()) {
                return verdict.get();
            }
        }
        return new Verdict(Decision.ACCEPT, candidate.attached().named() ? "named" : "listed");
    }

    private static Optional<Verdict> when(boolean holds, Decision decision, String reason) {
        return holds ? Optional.of(new Verdict(decision, reason)) : Optional.empty();
    }

    private Optional<Verdict> notACount(Candidate candidate) {
        Quantity count = candidate.count();
        boolean ratio = count.reason().equals(Measure.SHARE.word())
                && candidate
                        .attached()
                        .metric()
                        .filter(each -> each.kind() == Kind.RATIO)
                        .isPresent();
        return ratio
                ? Optional.of(new Verdict(Decision.RATIO, "ratio"))
                : when(!count.isCount(), Decision.REJECT, count.reason());
    }

    private Optional<Verdict> plan(Candidate candidate) {
        if (candidate.paragraph().role() == Paragraph.Role.PLANS) {
            return Optional.of(new Verdict(Decision.PLANNED, "plan_section"));
        }
        if (candidate.covered().relation() == Covered.Relation.AFTER) {
            return Optional.of(new Verdict(Decision.PLANNED, "later_period"));
        }
        int clause = startOfClause(candidate);
        int number = candidate.count().number();
        if (source.has(Cue.REQUIREMENT, clause, number)) {
            return Optional.of(new Verdict(Decision.PLANNED, "requirement"));
        }
        return when(isPlanned(candidate, clause), Decision.PLANNED, "plan");
    }

    /// A plan goes on to the end of the sentence, unless a later clause says that something is done already.
    private boolean isPlanned(Candidate candidate, int clause) {
        int number = candidate.count().number();
        int from = Math.max(candidate.sentence().start(), number - 400);
        boolean done = source.has(Cue.PAST, clause, number);
        return source.has(Cue.PLAN, done ? clause : from, number);
    }

    private Optional<Verdict> problem(Candidate candidate) {
        return when(candidate.paragraph().role() == Paragraph.Role.PROBLEMS, Decision.REJECT, "problem_section");
    }

    private Optional<Verdict> otherPeriod(Candidate candidate) {
        return when(candidate.covered().relation() == Covered.Relation.BEFORE, Decision.COMPARATIVE, "other_period");
    }

    private Optional<Verdict> difference(Candidate candidate) {
        int start = candidate.count().start();
        if (source.has(
                Cue.REDUCTION, startOfClause(candidate), candidate.count().number())) {
            return Optional.of(new Verdict(Decision.REJECT, "reduction"));
        }
        boolean behind = source.cues(Cue.DELTA, Math.max(candidate.sentence().start(), start - 8), start).stream()
                .anyMatch(cue -> cue.end() <= start && start - cue.end() <= 1);
        if (behind) {
            return Optional.of(new Verdict(Decision.REJECT, "difference"));
        }
        int end = candidate.count().end();
        return when(
                source.has(Cue.LEVEL, end, Math.min(text.length(), end + 1)), Decision.COMPARATIVE, "earlier_level");
    }

    /// 2个正在整改.
    private Optional<Verdict> pending(Candidate candidate) {
        int end = candidate.count().end();
        boolean left = source.has(
                Cue.PENDING, startOfClause(candidate), candidate.count().number());
        Segment after = clauses.after(end, candidate.sentence().end());
        boolean open = source.has(Cue.PENDING, end, Math.min(after.end(), end + NEAR));
        return when(left || open, Decision.REJECT, "pending");
    }

    /// 人均学习8次 is no count, unless the metric itself is one per person.
    private Optional<Verdict> average(Candidate candidate) {
        boolean each = source.has(
                Cue.AVERAGE, startOfClause(candidate), candidate.count().number());
        return when(each && !isPerPerson(candidate), Decision.REJECT, "average");
    }

    private static boolean isPerPerson(Candidate candidate) {
        return candidate.attached().terms().stream()
                .flatMap(term -> term.metric().stream())
                .anyMatch(metric -> metric.kind() == Kind.PERCAP);
    }

    private Optional<Verdict> stock(Candidate candidate) {
        boolean headcount = candidate.attached().family().equals("denominator");
        boolean stands = source.has(
                Cue.STOCK, startOfClause(candidate), candidate.count().number());
        return when(headcount || stands, Decision.STOCK, "stock");
    }

    private Optional<Verdict> caseDetail(Candidate candidate) {
        int end = candidate.count().end();
        boolean told =
                source.has(Cue.CASE, startOfClause(candidate), candidate.count().number());
        Segment after = clauses.after(end, candidate.sentence().end());
        boolean follows = source.has(Cue.CASE, end, Math.min(after.end(), end + NEAR));
        return when(told || follows || isOfOnePerson(candidate), Decision.REJECT, "case_detail");
    }

    /// 局长王某使用公车11次; but 李某等3人 counts.
    private boolean isOfOnePerson(Candidate candidate) {
        int from = Math.max(candidate.sentence().start(), candidate.count().start() - 120);
        List<Words.Hit<Set<Cue>>> persons =
                source.cues(Cue.PERSON, from, candidate.count().start());
        boolean several = persons.stream().anyMatch(person -> clauses.hasNear(person.end(), '等'));
        return !persons.isEmpty() && !several;
    }

    /// 学习上级通报的6起典型案例: counted by somebody else.
    private Optional<Verdict> receivedForStudy(Candidate candidate) {
        int clause = startOfClause(candidate);
        int number = candidate.count().number();
        boolean studied = text.substring(clause, number).contains("学习")
                || text.substring(clause, number).contains("传达");
        return when(studied && source.has(Cue.RECEIVED, clause, number), Decision.REJECT, "received_for_study");
    }

    /// 一名, 一项 before a noun says which, not how many; 一次 may count.
    private Optional<Verdict> article(Candidate candidate) {
        Quantity count = candidate.count();
        boolean counts = lexicon.measure(count.unit()).orElse(Measure.COUNT) == Measure.EVENT;
        return when(count.isOne() && !counts && opensNoun(candidate), Decision.REJECT, "article");
    }

    private boolean opensNoun(Candidate candidate) {
        return clauses.after(candidate.count().end(), candidate.sentence().end())
                        .length()
                > 0;
    }

    private Optional<Verdict> classifier(Candidate candidate) {
        Quantity count = candidate.count();
        boolean classifies = CLASSIFIED.contains(count.unit())
                && lexicon.lengthAt(
                                Cue.CLASSIFIER,
                                text,
                                count.end(),
                                candidate.sentence().end())
                        > 0;
        return when(classifies, Decision.REJECT, "classifier");
    }

    private Optional<Verdict> unitsOfTheOrganisation(Candidate candidate) {
        Quantity count = candidate.count();
        int end = count.end();
        if (!UNITS_OF_UNITS.contains(count.unit())) {
            return Optional.empty();
        }
        int length = lexicon.lengthAt(
                Cue.ORGANISATION, text, end, candidate.sentence().end());
        if (length == 0) {
            return Optional.empty();
        }
        int behind = end + length;
        boolean suffered = text.startsWith("被", behind);
        boolean governed = source.has(Cue.GOVERNS, startOfClause(candidate), count.start());
        return when(!suffered && !governed, Decision.REJECT, "units_named");
    }

    private Optional<Verdict> nothingNamed(Candidate candidate) {
        return when(!candidate.attached().named(), Decision.REJECT, "no_metric");
    }

    private int startOfClause(Candidate candidate) {
        return clauses.startOfClause(
                candidate.count().start(), candidate.sentence().start());
    }
}
