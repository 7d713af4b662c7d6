package plumbline;

/// A minimum standard that a rule sets a department for a period, such as study sessions in a quarter. More than the
/// minimum is no merit.
///
/// @param least what is to be reached, in the metric's smallest unit
/// @param source the rule that says so
public record Target(String metric, String department, Period period, long least, String source) {
    /// Complaints come from others, and a target for closing them would be one for closing them fast.
    private static final String PETITIONS = "petitions";

    public Target {
        if (least < 1) {
            throw new IllegalArgumentException(
                    "the target " + least + " for " + metric + " in " + period + "; accepted: 1 or more");
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("a target for " + metric + " in " + period
                    + " without its source; accepted: the rule that sets it");
        }
    }

    /// Whether a metric can have a target at all: activities of which more is better; never sanctions, leads, conduct
    /// or petitions.
    public static boolean isPossible(Metric metric) {
        return metric.direction() == Direction.MORE
                && !metric.personSensitive()
                && !metric.family().equals(PETITIONS);
    }
}
