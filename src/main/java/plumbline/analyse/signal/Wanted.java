package plumbline.analyse.signal;

import plumbline.Direction;
import plumbline.Metric;

/// Which way is better, for the arithmetic alone. The catalogue has no metric of which fewer is better
/// ([plumbline.Direction]); the published examples this is tested with do.
enum Wanted {
    HIGHER,
    LOWER,
    NEITHER;

    /// Neither for whatever speaks of persons, whatever the catalogue may say.
    static Wanted of(Metric metric) {
        return metric.direction() == Direction.MORE && !metric.personSensitive() ? HIGHER : NEITHER;
    }
}
