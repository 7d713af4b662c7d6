package plumbline.read.narrative;

/// A line of the text, the role of its section, and the heading it stands under.
///
/// @param heading the words of the nearest heading, possibly the beginning of this very line
record Paragraph(Segment span, Role role, Segment heading) {
    /// What a section tells of.
    enum Role {
        RESULTS,
        PROBLEMS,
        PLANS
    }
}
