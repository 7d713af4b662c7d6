package plumbline.app;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import plumbline.Cell;
import plumbline.FigureKey;
import plumbline.Finding;
import plumbline.Interval;
import plumbline.Period;
import plumbline.Preview;
import plumbline.Preview.Effect;

/// Prints a preview for people, a fact to a line. Stateless.
final class PreviewText {
    private static final int MOST = 20;

    private PreviewText() {}

    static void write(Preview preview, String file, PrintWriter out) {
        out.printf("%s: sha256 %s%n", file, preview.sha256());
        preview.beginning().stream().limit(2).forEach(each -> out.printf("%s: begins: %s%n", file, each));
        for (Effect effect : Effect.values()) {
            int count = preview.counts().getOrDefault(effect, 0);
            int listed = 0;
            for (Preview.Row each : preview.rows()) {
                if (each.effect() == effect && listed < MOST) {
                    listed++;
                    out.printf("%s:%s: %s%s%n", file, each.place(), effect.word(), row(each));
                }
            }
            // rows refused without a word here have their findings
            if (listed < count && effect != Effect.REFUSED) {
                out.printf("%s: %d more %s%n", file, count - listed, effect.word());
            }
        }
        preview.cells().stream().limit(MOST).forEach(each -> out.printf("%s: chart %s%n", file, change(each)));
        if (preview.cellCount() > MOST) {
            out.printf("%s: %d more values on charts%n", file, preview.cellCount() - MOST);
        }
    }

    private static String row(Preview.Row row) {
        String about = row.key().map(PreviewText::about).orElse("");
        String now = "'" + Finding.brief(row.text()) + "'";
        return about
                + row.held()
                        .filter(_ -> row.effect() != Effect.SAME)
                        .map(held -> " '%s' → %s (%s)"
                                .formatted(
                                        Finding.brief(held.wording()),
                                        row.effect() == Effect.WITHDRAWN ? "nothing" : now,
                                        where(held)))
                        .orElse(" " + now);
    }

    private static String about(FigureKey key) {
        return " %s %s%s %s %s"
                .formatted(
                        key.department(),
                        key.metric(),
                        key.category().map(each -> " " + each).orElse(""),
                        key.period(),
                        key.basis().word());
    }

    private static String where(Preview.Held held) {
        return held.name().isEmpty()
                ? "this file, " + held.place()
                : String.format(
                        Locale.ROOT, "F%06d, R%04d %s, %s", held.figure(), held.report(), held.name(), held.place());
    }

    private static String change(Preview.Change change) {
        Cell either = change.either();
        return "%s %s%s %s: %s → %s"
                .formatted(
                        either.key().department(),
                        either.key().metric(),
                        either.key().category().map(each -> " " + each).orElse(""),
                        Period.ofSpan(either.span()).map(Period::toString).orElse(""),
                        value(change.before()),
                        value(change.after()));
    }

    /// `61`, `61..`, `3..5 partial`, `withheld`, `nothing`.
    private static String value(Optional<Cell> cell) {
        return cell.map(each -> each.interval()
                                .map(PreviewText::interval)
                                .orElse(each.state().word())
                        + (each.conflict().isPresent() ? " conflict" : "")
                        + (each.coverage().reported() < each.coverage().expected() ? " partial" : ""))
                .orElse("nothing");
    }

    private static String interval(Interval interval) {
        return interval.isPoint()
                ? String.valueOf(interval.lower())
                : interval.lower() + ".."
                        + (interval.upper().isPresent() ? interval.upper().getAsLong() : "");
    }
}
