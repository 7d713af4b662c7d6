package plumbline.read;

/// Text that is no count. Thrown and caught inside [Numeral] only, once per bad cell, so it carries no stack trace.
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What was found instead, as in [plumbline.Wording#problem()].
    final String problem;

    Unreadable(String problem) {
        super(problem, null, false, false);
        this.problem = problem;
    }

    static Unreadable notANumber() {
        return new Unreadable("not_a_number");
    }
}
