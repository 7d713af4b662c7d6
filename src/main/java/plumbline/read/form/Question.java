package plumbline.read.form;

import java.util.List;
import plumbline.Nearest;
import plumbline.Place;

/// A header cell that nothing is known by; to be answered with a [Mapping].
///
/// @param candidates what may be meant, likeliest first
public record Question(HeaderCell cell, List<Nearest.Choice> candidates) {
    public Question {
        candidates = List.copyOf(candidates);
    }

    public Place place() {
        return cell.place();
    }

    /// Its text, the key of the answer.
    public String header() {
        return cell.header();
    }
}
