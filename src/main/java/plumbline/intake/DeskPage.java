package plumbline.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import plumbline.Attribution;
import plumbline.FigureKey;
import plumbline.Place;
import plumbline.RecordedFigure;
import plumbline.RecordedProposal;
import plumbline.Report;

/// A narrative report as it lies on the desk.
///
/// @param stated whose report it is, as a person or the sender said
/// @param proposed the same as the text seems to say; nothing where it is masked
/// @param entries what was seen in the text, by number
/// @param marks figures of forms that point into the text
/// @param noise passages that are not part of the report
/// @param asides numbers that the reader did not take for figures
/// @param names of the reports that figures come from, by number
/// @param differences how many proposals the reader of today would add
public record DeskPage(
        Report report,
        String text,
        Attribution stated,
        Attribution proposed,
        String namedDepartment,
        List<Entry> entries,
        List<RecordedFigure> marks,
        List<Place.Passage> noise,
        List<Aside> asides,
        Map<Long, String> names,
        int differences) {
    public DeskPage {
        entries = List.copyOf(entries);
        marks = List.copyOf(marks);
        noise = List.copyOf(noise);
        asides = List.copyOf(asides);
        names = Map.copyOf(names);
    }

    /// Something seen in the text.
    ///
    /// @param wording the number alone, as the report words it: 60余
    /// @param key what figure it would be; absent while that is not known
    /// @param against figures on record, or in this text, that cannot be true together with it
    /// @param others proposals of this text that cannot be true together with it
    /// @param taken number of a form's figure that rests on the same words; then there is nothing to confirm
    /// @param standing the figure that stands on account of it
    public record Entry(
            RecordedProposal proposal,
            String wording,
            Optional<FigureKey> key,
            Risk risk,
            List<RecordedFigure> against,
            List<RecordedProposal> others,
            Optional<Long> taken,
            Optional<RecordedFigure> standing) {
        public Entry {
            against = List.copyOf(against);
            others = List.copyOf(others);
        }

        /// The words that say what is counted: the quotation without its number and measure word.
        public String phrase() {
            String quote = proposal.proposal().passage().quote();
            int at = quote.lastIndexOf(wording);
            if (at < 0 || wording.length() == quote.length()) {
                return "";
            }
            String behind = quote.substring(at + wording.length());
            String unit = proposal.proposal().unit();
            String rest = !unit.isEmpty() && behind.startsWith(unit) ? behind.substring(unit.length()) : behind;
            return (quote.substring(0, at) + rest).strip();
        }

        /// Whether it awaits a person.
        public boolean isOpen() {
            return taken.isEmpty() && proposal.status().isOpen();
        }
    }

    /// A number that is no figure.
    ///
    /// @param decision what became of it: `planned`, `comparative`, `reject` …
    /// @param rule that decided
    public record Aside(Place.Passage passage, String decision, String rule) {}
}
