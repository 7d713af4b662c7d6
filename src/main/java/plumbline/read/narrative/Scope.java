package plumbline.read.narrative;

import java.util.OptionalInt;

/// A mention of a time in a text: 2022年上半年, 1至9月, 截至目前, 去年同期.
///
/// @param year the year named, empty where the text leaves it open; `shift` years from the report's own (去年: -1)
/// @param first first and `last` month; both 0 where only a year is named
/// @param kind what it delimits
record Scope(int start, int end, OptionalInt year, int shift, int first, int last, Kind kind) {
    enum Kind {
        /// The months named.
        MONTHS,
        /// From January until the end of the months named: 截至6月底.
        TO_DATE,
        /// From January until now: 今年以来.
        SO_FAR,
        /// From the year named until now: 2021年以来.
        SINCE,
        /// The report's own period: 本季度, 当月.
        OWN,
        /// One day, which delimits nothing.
        DAY
    }

    boolean hasMonths() {
        return first > 0;
    }

    boolean isBareYear() {
        return first == 0 && kind == Kind.MONTHS;
    }
}
