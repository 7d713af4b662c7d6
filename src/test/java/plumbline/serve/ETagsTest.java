package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ETagsTest {
    @Test
    void theCompressedFormHasATagOfItsOwn() {
        assertEquals("\"t\"", ETags.header("t", "identity"));
        assertEquals("\"t-gzip\"", ETags.header("t", "gzip"));
    }

    @Test
    void aListOfTagsMatchesIfOneIsOurs() {
        assertEquals(Optional.of("\"t-gzip\""), ETags.match("\"x\", W/\"t-gzip\"", "t"));
        assertEquals(Optional.of("\"t\""), ETags.match("*", "t"));
        assertEquals(Optional.empty(), ETags.match("\"tt\", t", "t"));
        assertEquals(Optional.empty(), ETags.match(null, "t"));
    }

    @Test
    void partsDoNotRunIntoEachOther() {
        assertNotEquals(ETags.of("a", "bc"), ETags.of("ab", "c"));
        assertEquals(ETags.of(1, "b"), ETags.of(1L, "b"));
    }

    @Test
    void aCodingWithQualityZeroIsNotAccepted() {
        assertTrue(Codings.accepts("br;q=0.5, gzip", "br"));
        assertTrue(Codings.accepts("GZIP", "gzip"));
        assertFalse(Codings.accepts("gzip;q=0, br", "gzip"));
        assertFalse(Codings.accepts("xgzip", "gzip"));
        assertFalse(Codings.accepts(null, "gzip"));
    }
}
