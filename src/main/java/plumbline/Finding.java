package plumbline;

/// What a rule says about a place of a file.
///
/// @param rule name of the rule, e.g. `unknown_metric`
/// @param file name of the file
/// @param found what stands there
/// @param accepted what would be accepted there
/// @param message the whole in a sentence
public record Finding(
        Severity severity, String rule, String file, Place place, String found, String accepted, Name message) {

    /// `file:place`, the head of the line on stderr.
    public String where() {
        return file + ":" + place;
    }
}
