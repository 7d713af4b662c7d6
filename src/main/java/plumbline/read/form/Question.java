package plumbline.read.form;

import java.util.List;
import plumbline.Nearest;
import plumbline.Place;

/// A header cell that nothing is known by; to be answered with a [Mapping].
///
/// @param header its text, the key of the answer
/// @param candidates what may be meant, likeliest first
public record Question(Place place, String header, List<Nearest.Choice> candidates) {
    public Question {
        candidates = List.copyOf(candidates);
    }
}
