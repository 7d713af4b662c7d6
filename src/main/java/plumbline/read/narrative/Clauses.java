package plumbline.read.narrative;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The neighbourhood of a count: how far its clause reaches, which terms stand there, where its noun begins.
final class Clauses {
    private static final int WINDOW = 60;
    private static final int LONGEST_NOUN = 40;
    private static final int LONGEST_ASIDE = 12;
    private static final String EDGES = ",;:。!?()[]【】|\t\n—★";

    private final Source source;
    private final String text;
    private final Lexicon lexicon;
    private final String title;

    Clauses(Source source, Lexicon lexicon) {
        this.source = source;
        this.title = Sections.title(source).of(source.text());
        this.text = source.text();
        this.lexicon = lexicon;
    }

    static boolean isEdge(char c) {
        return EDGES.indexOf(c) >= 0;
    }

    /// The clause before the place; a short aside such as （扩大） is part of it, and so is a key before a colon.
    Segment before(int place, int from) {
        int limit = Math.max(from, place - WINDOW);
        int at = place;
        while (at > limit) {
            char c = text.charAt(at - 1);
            int aside = c == ')' ? startOfAside(at - 1, limit) : -1;
            if (aside >= 0) {
                at = aside;
            } else if (isEdge(c) && !(c == ':' && at == place)) {
                break;
            } else {
                at--;
            }
        }
        source.steps().add(place - at);
        return new Segment(at, place);
    }

    private int startOfAside(int close, int limit) {
        for (int i = close - 1; i >= Math.max(limit, close - LONGEST_ASIDE); i--) {
            char c = text.charAt(i);
            if (c == '(') {
                return i;
            }
            if ((c >= '0' && c <= '9') || c == '*') {
                return -1;
            }
        }
        return -1;
    }

    /// The clause behind the place; empty where an edge or 、 stands there.
    Segment after(int place, int to) {
        int limit = Math.min(to, place + WINDOW);
        int at = place;
        while (at < limit && !isEdge(text.charAt(at)) && text.charAt(at) != '、') {
            at = behindAside(at + 1, limit);
        }
        source.steps().add(at - place);
        return new Segment(place, at);
    }

    /// Where the text goes on behind a short aside, such as 科室（单位）, or the place itself.
    private int behindAside(int at, int limit) {
        if (at >= limit || text.charAt(at) != '(') {
            return at;
        }
        int close = text.indexOf(")", at, Math.min(limit, at + LONGEST_ASIDE));
        boolean goesOn = close > 0 && close + 1 < limit && !isEdge(text.charAt(close + 1));
        return goesOn && startOfAside(close, at) == at ? close + 1 : at;
    }

    /// As [#after], over the other items of the list.
    Segment toEndOfClause(int place, int to) {
        int limit = Math.min(to, place + WINDOW);
        int at = place;
        while (at < limit && !isEdge(text.charAt(at))) {
            at = behindAside(at + 1, limit);
        }
        source.steps().add(at - place);
        return new Segment(place, at);
    }

    /// The clause the place lies in, from its edge on.
    int startOfClause(int place, int from) {
        int limit = Math.max(from, place - WINDOW);
        int at = place;
        while (at > limit && ",;:。!?\n".indexOf(text.charAt(at - 1)) < 0) {
            at--;
        }
        source.steps().add(place - at);
        return at;
    }

    /// The terms of the span whose companion word, if they need one, stands before them in the sentence.
    List<Words.Hit<List<Term>>> terms(Segment span, Segment sentence) {
        List<Words.Hit<List<Term>>> found = new ArrayList<>();
        for (Words.Hit<List<Term>> hit : source.terms(span.start(), span.end())) {
            List<Term> fitting = hit.meaning().stream()
                    .filter(term -> term.with().isEmpty()
                            || stands(term.with(), hit.start(), startOfClause(hit.start(), sentence.start())))
                    .filter(term -> term.context().isEmpty()
                            || title.contains(term.context())
                            || stands(term.context(), hit.start(), sentence.start()))
                    .sorted(Comparator.comparing(term -> term.context().isEmpty()))
                    .toList();
            if (!fitting.isEmpty()) {
                found.add(new Words.Hit<>(hit.start(), hit.end(), fitting));
            }
        }
        return found;
    }

    private boolean stands(String word, int before, int from) {
        int limit = Math.max(from, before - 2 * WINDOW);
        source.steps().add(before - limit);
        return text.substring(limit, before).contains(word);
    }

    /// Where the noun of the count begins: the clause without the light verbs and times on its left edge.
    int nounStart(Segment clause, int term) {
        int at = clause.start();
        int step = 1;
        while (step > 0 && at < clause.end()) {
            step = lexicon.lengthAt(Cue.LIGHT, text, at, clause.end());
            if (step == 0 && "、:\"”“ ".indexOf(text.charAt(at)) >= 0) {
                step = 1;
            }
            at += step;
        }
        at = Math.min(at, Math.max(term, clause.start()));
        return clause.end() - at > LONGEST_NOUN ? Math.max(term, clause.end() - LONGEST_NOUN) : at;
    }

    /// Whether nothing but light verbs stands in the clause.
    boolean isEmpty(Segment clause) {
        return nounStart(clause, clause.end()) == clause.end();
    }

    /// Whether 、 joins two things in the noun that are counted by the one number: 集体、单独廉政谈话60余人次.
    boolean coordinates(int from, Words.Hit<List<Term>> hit) {
        return text.substring(Math.min(from, hit.start()), hit.end()).indexOf('、') >= 0;
    }

    /// Whether the character stands within the next few.
    boolean hasNear(int place, char c) {
        int at = text.indexOf(c, place, Math.min(text.length(), place + 4));
        return at >= 0;
    }

    /// The family of the last term of the span, empty for none; weak terms count where asked for.
    String familyOf(Segment span, boolean weak) {
        String family = "";
        for (Words.Hit<List<Term>> hit : source.terms(span.start(), span.end())) {
            for (Term term : hit.meaning()) {
                boolean plain = term.with().isEmpty() && term.context().isEmpty();
                if (!term.family().isEmpty() && plain && (weak || !term.weak())) {
                    family = term.family();
                }
            }
        }
        return family;
    }
}
