package plumbline.read.form;

import java.util.Map;
import java.util.Optional;

/// A person's answers to [Question]s: what header cells mean that the reader could not match.
///
/// @param names for a header text, as the question quotes it, any text that the reader does know (a metric's code, a
///     category's behind a `|`, a department, a period, a field), or `-` for a column that is not to be read
public record Mapping(Map<String, String> names) {
    public static final Mapping NONE = new Mapping(Map.of());

    /// The answer that leaves a column out.
    public static final String NOT_READ = "-";

    public Mapping {
        names = Map.copyOf(names);
    }

    /// Whether an answer says anything to a reader who knows this.
    public static boolean isUnderstood(String answer, Known known) {
        return answer.equals(NOT_READ) || !new Terms(known).meant(answer).isNothing();
    }

    Optional<String> answer(String header) {
        return Optional.ofNullable(names.get(header));
    }
}
