package plumbline.read.narrative;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import plumbline.Catalog;
import plumbline.Classification;
import plumbline.Metric;

/// Settles which metric, category and family the words beside a count mean, given its measure word.
final class Meaning {
    private static final Set<String> PEOPLE = Set.of("人", "人次", "名", "位");

    private final Catalog catalog;
    private final Memory memory;

    Meaning(Catalog catalog, Memory memory) {
        this.catalog = catalog;
        this.memory = memory;
    }

    /// What was settled on; `fits` says whether the measure word is one of the metric's own.
    record Settled(Optional<Metric> metric, String category, String family, boolean fits) {}

    /// The meaning in the measure word; an empty one (a zero in words) fits any metric.
    Settled of(List<Term> terms, String unit) {
        if (!terms.isEmpty()
                && !terms.getFirst().context().isEmpty()
                && terms.getFirst().metric().isEmpty()) {
            return new Settled(Optional.empty(), "", terms.getFirst().family(), true);
        }
        for (int strictness = 0; strictness < 3; strictness++) {
            for (Term term : terms) {
                if (term.metric().isPresent() && fits(term, unit, strictness)) {
                    return new Settled(term.metric(), term.category(), term.family(), strictness < 2);
                }
            }
        }
        for (Term term : terms) {
            if (term.metric().isEmpty()
                    && (term.units().isEmpty() || term.units().contains(unit))) {
                Settled settled = term.category().isEmpty()
                        ? new Settled(Optional.empty(), "", term.family(), true)
                        : dimension(term, unit);
                if (settled.metric().isPresent()
                        || (!settled.family().isEmpty() && term.category().isEmpty())) {
                    return settled;
                }
            }
        }
        String family = terms.stream()
                .map(Term::family)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
        return new Settled(Optional.empty(), "", family, true);
    }

    private boolean fits(Term term, String unit, int strictness) {
        Metric metric = term.metric().orElseThrow();
        return switch (strictness) {
            case 0 ->
                unit.isEmpty() || unit.equals(metric.unit()) || term.units().contains(unit);
            case 1 -> catalog.isUnitOf(metric, unit);
            default -> PEOPLE.contains(unit) && PEOPLE.contains(metric.unit());
        };
    }

    /// A word that names only a category: the metric is that of the list it stands in.
    private Settled dimension(Term term, String unit) {
        String code = term.category();
        Optional<Memory.Head> head =
                code.contains(".") ? memory.withScheme(code.substring(0, code.indexOf('.'))) : memory.last();
        Optional<Memory.Head> fitting =
                head.filter(each -> unit.isEmpty() || catalog.isUnitOf(each.metric(), unit) || PEOPLE.contains(unit));
        Optional<Classification.Category> category =
                fitting.flatMap(each -> code.contains(".") ? catalog.category(code) : bare(each.metric(), code));
        if (fitting.isPresent() && category.isPresent()) {
            String family = term.family().isEmpty() ? fitting.get().family() : term.family();
            return new Settled(
                    Optional.of(fitting.get().metric()), category.get().code(), family, true);
        }
        return new Settled(Optional.empty(), "", term.family(), true);
    }

    /// 警告 alone means the sanction of the track that was spoken of.
    private Optional<Classification.Category> bare(Metric metric, String code) {
        return metric.schemes().stream().findFirst().flatMap(scheme -> catalog.category(scheme + "." + code));
    }
}
