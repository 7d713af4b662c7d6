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
    /// Counts up whenever the rules of this package read a text otherwise than before.
    private static final int RULES = 1;

    private final Lexicon lexicon;

    public NarrativeReader(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /// What is known of a report from elsewhere; what the text says comes first.
    public record Given(Optional<String> department, Optional<Period> period) {
        public static final Given NOTHING = new Given(Optional.empty(), Optional.empty());
    }

    /// What a text looks like to the reader.
    ///
    /// @param readings all numbers by place, achieved or not
    /// @param department the name the text gives its own department; empty where it is masked or not named
    /// @param period the text's own period; absent where it names none
    /// @param noise passages that are not part of the report: advertising, marks of websites
    public record Sight(
            List<NarrativeReading> readings, String department, Optional<Period> period, List<Place.Passage> noise) {
        public Sight {
            readings = List.copyOf(readings);
            noise = List.copyOf(noise);
        }
    }

    /// Names the rules and the words this reader reads by; readers of one version read the same.
    public String version() {
        return RULES + "-" + lexicon.version();
    }

    /// All numbers of the text by place, achieved or not; see [NarrativeReading#decision()].
    public List<NarrativeReading> read(ReportText report, Given given) {
        return read(report, given, new Steps());
    }

    List<NarrativeReading> read(ReportText report, Given given, Steps steps) {
        return see(report, given, steps).readings();
    }

    /// The text with its readings, its letterhead and its noise.
    public Sight see(ReportText report, Given given) {
        return see(report, given, new Steps());
    }

    private Sight see(ReportText report, Given given, Steps steps) {
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
        String named = Letterhead.department(source, title).orElse("");
        String department = named.isEmpty() ? given.department().orElse("") : named;
        return new Sight(placed(report, source, drafts, department), named, timeline.reported(), noise(report, source));
    }

    private static List<Place.Passage> noise(ReportText report, Source source) {
        CodePoints points = new CodePoints(report.text());
        List<Place.Passage> noise = new ArrayList<>();
        for (int at = source.noise().nextSetBit(0); at >= 0; ) {
            int end = source.noise().nextClearBit(at);
            noise.add(passage(report, points, source, at, end));
            at = source.noise().nextSetBit(end);
        }
        return noise;
    }

    private static Place.Passage passage(ReportText report, CodePoints points, Source source, int start, int end) {
        int from = source.folded().sourceStart(start);
        int to = source.folded().sourceEnd(end);
        return new Place.Passage(
                report.name(),
                points.before(from),
                points.before(to),
                report.text().substring(from, to));
    }

    /// Gives each draft its place in the text as it was received.
    private static List<NarrativeReading> placed(
            ReportText report, Source source, List<Draft> drafts, String department) {
        CodePoints points = new CodePoints(report.text());
        List<NarrativeReading> readings = new ArrayList<>();
        for (Draft draft : drafts) {
            Place.Passage passage = passage(
                    report, points, source, draft.quote().start(), draft.quote().end());
            readings.add(draft.reading(passage, source, department));
        }
        return readings;
    }
}
