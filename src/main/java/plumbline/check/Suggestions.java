package plumbline.check;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import plumbline.Nearest;

/// The nearest choices for names that nothing has, remembered, since a wrong name tends to stand in many rows. After a
/// thousand different wrong names it suggests nothing more: the file is beyond that kind of help.
final class Suggestions {
    private static final int REMEMBERED = 1000;

    private final Collection<Nearest.Choice> choices;
    private final Map<String, List<Nearest.Choice>> known = new HashMap<>();

    Suggestions(Collection<Nearest.Choice> choices) {
        this.choices = choices;
    }

    List<Nearest.Choice> of(String text) {
        return known.size() < REMEMBERED
                ? known.computeIfAbsent(text, unknown -> Nearest.of(unknown, choices))
                : known.getOrDefault(text, List.of());
    }

    /// Codes for [plumbline.Finding#accepted()], or the general answer where nothing is near.
    static String codes(List<Nearest.Choice> near, String otherwise) {
        return near.isEmpty()
                ? otherwise
                : near.stream().map(Nearest.Choice::code).collect(joining(", "));
    }

    /// `；是否指“甲（a）”或“乙（b）”？`, or the general advice.
    static String zh(List<Nearest.Choice> near, String otherwise) {
        return near.isEmpty()
                ? "；" + otherwise + "。"
                : near.stream()
                        .map(each -> "“%s（%s）”".formatted(each.shown().zh(), each.code()))
                        .collect(joining("或", "；是否指", "？"));
    }

    /// `; did you mean “A” (a) or “B” (b)?`, or the general advice.
    static String en(List<Nearest.Choice> near, String otherwise) {
        return near.isEmpty()
                ? "; " + otherwise + "."
                : near.stream()
                        .map(each -> "“%s” (%s)".formatted(each.shown().en(), each.code()))
                        .collect(joining(" or ", "; did you mean ", "?"));
    }
}
