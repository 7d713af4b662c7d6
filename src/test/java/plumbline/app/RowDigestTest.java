package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowDigestTest {
    @Test
    void whatAnybodyCanMakeEqualByTheSumOfItsLettersIsToldApart() {
        assertEquals("Aa".hashCode(), "BB".hashCode());
        assertNotEquals(RowDigest.of(List.of("D01", "Aa")), RowDigest.of(List.of("D01", "BB")));
    }

    @Test
    void whereACellEndsCounts() {
        assertEquals(
                6,
                new HashSet<>(List.of(
                                RowDigest.of(List.of("a", "b")),
                                RowDigest.of(List.of("ab", "")),
                                RowDigest.of(List.of("", "ab")),
                                RowDigest.of(List.of("ab")),
                                RowDigest.of(List.of("a\u001fb")),
                                RowDigest.of(List.of("b", "a"))))
                        .size());
    }

    @Test
    void equalRowsShareOne() {
        assertEquals(RowDigest.of(List.of("60余", "")), RowDigest.of(List.of("60余", "")));
    }
}
