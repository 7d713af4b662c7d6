package plumbline.read.narrative;

import plumbline.Value;

/// A number with its measure word: the span from its approximator to the end of the measure word, and what it says.
///
/// @param number where the digits, characters or marks of the number begin
/// @param unit measure word as written, without 万 and brackets; empty where the noun says it (人数为0)
/// @param written whether the number is written in Chinese characters
/// @param rounded whether it is only rounded by its unit (62万)
/// @param reason why it is no count; empty for a count
record Quantity(
        int start, int number, int end, Value value, String unit, boolean written, boolean rounded, String reason) {
    boolean isCount() {
        return reason.isEmpty();
    }

    boolean isWithheld() {
        return value instanceof Value.Absent;
    }

    /// Whether it is 一 in characters, which may be an article: 一名, 一项.
    boolean isOne() {
        return written && value.equals(Value.exact(1));
    }

    Quantity rejected(String why) {
        return new Quantity(start, number, end, value, unit, written, rounded, why);
    }
}
