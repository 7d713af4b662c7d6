package plumbline.read.narrative;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import plumbline.Period;
import plumbline.Place;
import plumbline.read.ReportText;

/// Reads the figures of narrative reports. Stateless and shared; the same text gives the same readings.
///
/// The steps (DOMAIN §4.1): fold, keeping offsets; mark noise and masks; cut into sections and sentences; find numbers;
/// attach what they count, of which time; decide. Each step is a class of this package.
public final class NarrativeReader {
    private final Lexicon lexicon;

    public NarrativeReader(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /// What is known of a report from elsewhere; what the text says comes first.
    public record Given(Optional<String> department, Optional<Period> period) {
        public static final Given NOTHING = new Given(Optional.empty(), Optional.empty());
    }

    /// All numbers of the text by place, achieved or not; see [NarrativeReading#decision()].
    public List<NarrativeReading> read(ReportText report, Given given) {
        return read(report, given, new Steps());
    }

    List<NarrativeReading> read(ReportText report, Given given, Steps steps) {
        Source source = Source.of(report.text(), lexicon, steps);
        Segment title = Sections.title(source);
        Timeline timeline = new Timeline(source, title, given.period());
        List<Draft> drafts = new ArrayList<>();
        Memory memory = new Memory();
        SentenceReader sentences = new SentenceReader(source, lexicon, timeline, memory, title);
        TableReader tables = new TableReader(source, lexicon, timeline, memory);
        List<Paragraph> paragraphs = Sections.of(source, lexicon, title);
        for (int i = 0; i < paragraphs.size(); ) {
            int rows = tables.rowsFrom(paragraphs, i);
            if (rows > 1) {
                drafts.addAll(tables.read(paragraphs.subList(i, i + rows)));
                i += rows;
            } else {
                drafts.addAll(sentences.read(paragraphs.get(i)));
                i++;
            }
        }
        Duplicates.flag(drafts);
        drafts.sort(Comparator.comparingInt(draft -> draft.quote().start()));
        String department =
                Letterhead.department(source, title).or(given::department).orElse("");
        return placed(report, source, drafts, department);
    }

    /// Gives each draft its place in the text as it was received.
    private static List<NarrativeReading> placed(
            ReportText report, Source source, List<Draft> drafts, String department) {
        CodePoints points = new CodePoints(report.text());
        List<NarrativeReading> readings = new ArrayList<>();
        for (Draft draft : drafts) {
            int from = source.folded().sourceStart(draft.quote().start());
            int to = source.folded().sourceEnd(draft.quote().end());
            Place.Passage passage = new Place.Passage(
                    report.name(),
                    points.before(from),
                    points.before(to),
                    report.text().substring(from, to));
            readings.add(draft.reading(passage, source, department));
        }
        return readings;
    }
}
