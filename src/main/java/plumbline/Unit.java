package plumbline;

import java.util.Set;

/// A unit of count. Units of one `group` may stand for each other in a form (次 and 场次); others may not.
///
/// @param words measure words understood as this unit
public record Unit(String symbol, String nameEn, String group, Set<String> words) {
    public Unit {
        words = Set.copyOf(words);
    }
}
