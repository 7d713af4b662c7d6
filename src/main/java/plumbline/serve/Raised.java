package plumbline.serve;

import java.util.List;
import java.util.Optional;
import plumbline.Metric;
import plumbline.Place;
import plumbline.analyse.question.Question;

/// What the values of one file raise that is worth a second look. None of it says that anything is wrong.
///
/// @param asked the first questions, the most telling kinds before the others
/// @param count how many there are
/// @param looked how many values were looked at
/// @param brought how many values are new or changed
public record Raised(List<Asked> asked, int count, long looked, long brought) {
    /// What a file raises that brings no figures.
    static final Raised NOTHING = new Raised(List.of(), 0, 0, 0);

    public Raised {
        asked = List.copyOf(asked);
    }

    /// A question.
    ///
    /// @param metric of the value it is about
    /// @param place where that value stands in its file
    public record Asked(Question question, Metric metric, Optional<Place> place) {}
}
