package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import plumbline.serve.Codings.Coding;

class ETagsTest {
    @Test
    void theCompressedFormHasATagOfItsOwn() {
        assertEquals("\"t\"", ETags.header("t", Coding.IDENTITY));
        assertEquals("\"t-gzip\"", ETags.header("t", Coding.GZIP));
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
        assertFalse(Codings.accepts("gzip;q=none", "gzip"));
        assertTrue(Codings.accepts("*;q=0.1", "gzip"));
        assertFalse(Codings.accepts("*, gzip;q=0", "gzip"));
    }

    @Test
    void theSmallestOfThePreferredCodingsIsTaken() {
        assertEquals(Coding.BROTLI, Codings.best("gzip, deflate, br"));
        assertEquals(Coding.GZIP, Codings.best("gzip, br;q=0.9"));
        assertEquals(Coding.GZIP, Codings.best("br;q=0, *"));
        assertEquals(Coding.IDENTITY, Codings.best("deflate"));
        assertEquals(Coding.IDENTITY, Codings.best(null));
    }

    @Test
    void whatWasPackedComesOutAsItWas() throws IOException {
        byte[] text = "办公室,60余,".repeat(5_000).getBytes(StandardCharsets.UTF_8);
        for (Coding coding : Coding.values()) {
            assertArrayEquals(text, unpacked(coding, coding.apply(text)), coding.word());
            ByteArrayOutputStream streamed = new ByteArrayOutputStream();
            try (OutputStream out = coding.over(streamed)) {
                out.write(text);
            }
            assertArrayEquals(text, unpacked(coding, streamed.toByteArray()), coding.word());
            assertTrue(coding == Coding.IDENTITY || streamed.size() < text.length / 20, coding.word());
        }
    }

    private static byte[] unpacked(Coding coding, byte[] bytes) throws IOException {
        InputStream in = new ByteArrayInputStream(bytes);
        return switch (coding) {
            case IDENTITY -> bytes;
            case GZIP -> new GZIPInputStream(in).readAllBytes();
            case BROTLI -> new BrotliInputStream(in).readAllBytes();
        };
    }
}
