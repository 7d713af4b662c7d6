package plumbline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@x", "\tx", "\rx", "＝1", "＋1", "－1", "＠x", "  =1", "\uFEFF=1", "　=1"})
    void everyStartOfAFormulaIsGuardedAndComesBack(String text) {
        assertTrue(Formula.is(text));
        assertEquals("'" + text, Formula.guard(text));
        assertEquals(text, Formula.unguard(Formula.guard(text)));
        assertFalse(Formula.is("a" + text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "60余", "'", "''", "'a", "a=1", "5-3", "*", "约35", "'quoted'"})
    void otherTextIsLeftAlone(String text) {
        assertEquals(text, Formula.guard(text));
        assertEquals(text, Formula.unguard(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'=1", "''+1", "'\t"})
    void whatHadAnApostropheKeepsIt(String text) {
        assertEquals("'" + text, Formula.guard(text));
        assertEquals(text, Formula.unguard(Formula.guard(text)));
    }
}
