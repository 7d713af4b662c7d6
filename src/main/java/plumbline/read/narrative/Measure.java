package plumbline.read.narrative;

import plumbline.Worded;

/// What kind of word stands behind a number.
enum Measure implements Worded {
    /// Counts something: 次, 人次.
    COUNT,
    /// Counts something, and a thing done once may be told with it: 一次.
    EVENT,
    /// An amount of money in yuan.
    MONEY,
    /// A length of time or a day.
    TIME,
    /// A part or a multiple.
    SHARE,
    /// A size, a weight, a mark in a test.
    SIZE,
    /// A word that only begins like a measure word: 个别, 人员.
    NONE
}
