package plumbline.intake;

import java.util.List;
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
/// @param noise passages that are not part of the report
/// @param asides numbers that the reader did not take for figures
public record DeskPage(
        Report report,
        String text,
        Attribution stated,
        Attribution proposed,
        String namedDepartment,
        List<Entry> entries,
        List<Place.Passage> noise,
        List<Aside> asides) {
    public DeskPage {
        entries = List.copyOf(entries);
        noise = List.copyOf(noise);
        asides = List.copyOf(asides);
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
