package plumbline;

/// Whether more of a metric is better. Sanctions, petitions and the like are always neutral.
public enum Direction implements Worded {
    MORE,
    NEUTRAL
}
