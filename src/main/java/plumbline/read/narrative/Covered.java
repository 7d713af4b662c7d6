package plumbline.read.narrative;

import plumbline.Basis;

/// The time a count covers, and how that lies to the report's own period.
///
/// @param written `2022-H1`, `2022-YTD`, `2018-01/2018-07`, `--H1` where no year is known, empty where nothing is
/// @param limited whether it holds for its clause only, because it is named to compare with
record Covered(String written, Basis basis, Relation relation, boolean limited) {
    enum Relation {
        INSIDE,
        BEFORE,
        AFTER
    }
}
