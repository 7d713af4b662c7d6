package plumbline.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import plumbline.Basis;
import plumbline.Catalog;
import plumbline.Metric;
import plumbline.OwnTerm;
import plumbline.Proposal;
import plumbline.read.ReportText;
import plumbline.read.narrative.Lexicon;
import plumbline.read.narrative.LexiconReader;
import plumbline.read.narrative.NarrativeReader;
import plumbline.read.narrative.NarrativeReading;

/// Reads narrative reports with the words of the catalogue and those of the organisation. Thread-safe; the reader is
/// made anew when a word is added.
final class Narratives {
    private Optional<Known> known = Optional.empty();

    private record Known(String catalog, List<OwnTerm> terms, NarrativeReader reader) {
        boolean isOf(Catalog other, List<OwnTerm> words) {
            return catalog.equals(other.version()) && terms.equals(words);
        }
    }

    /// @param catalog as the organisation speaks of it
    synchronized NarrativeReader reader(Catalog catalog, List<OwnTerm> terms) {
        if (known.filter(each -> each.isOf(catalog, terms)).isEmpty()) {
            known = Optional.of(new Known(catalog.version(), terms, new NarrativeReader(lexicon(catalog, terms))));
        }
        return known.get().reader();
    }

    private static Lexicon lexicon(Catalog catalog, List<OwnTerm> terms) {
        try {
            return LexiconReader.read(catalog, terms);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The text as it is kept: what a database cannot hold (NUL, halves of a surrogate pair) becomes one other
    /// character each, so that every place stays where it was.
    static ReportText keepable(ReportText text) {
        String sound = new String(text.text().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return new ReportText(text.name(), text.encoding(), sound.replace('\0', '\uFFFD'));
    }

    /// What the text is believed to state as achieved.
    static List<Proposal> proposals(NarrativeReader reader, ReportText text, NarrativeReader.Given given) {
        return achieved(reader, reader.read(text, given));
    }

    /// Those of the readings that the text claims as achieved.
    static List<Proposal> achieved(NarrativeReader reader, List<NarrativeReading> readings) {
        String version = reader.version();
        return readings.stream()
                .filter(each -> each.decision().isAchieved())
                .map(each -> proposal(each, version))
                .toList();
    }

    private static Proposal proposal(NarrativeReading reading, String version) {
        Basis basis = reading.metric()
                .filter(metric -> !metric.accepts(reading.basis()))
                .map(Metric::usualBasis)
                .orElse(reading.basis());
        return new Proposal(
                reading.passage(),
                reading.metric().map(Metric::code),
                reading.noun(),
                reading.family(),
                Optional.of(reading.category()).filter(each -> !each.isEmpty()),
                reading.value(),
                reading.unit(),
                reading.department(),
                reading.period(),
                basis,
                reading.flags(),
                reading.reason(),
                version);
    }
}
