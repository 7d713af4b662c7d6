package plumbline.ledger;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LookedUpTest {
    private static final long HERE = SeriesYear.pack(1, 2, 3, 0, 2022);
    private static final long ELSEWHERE = SeriesYear.pack(1, 2, 3, 0, 2023);
    private static final byte[] BYTES = {1, 2, 3};

    private final LookedUp lookedUp = new LookedUp();

    @Test
    void whatWasLookedForInVainIsKnownToBeMissing() {
        lookedUp.asked(HERE);
        assertTrue(lookedUp.knows(HERE));
        assertNull(lookedUp.figures(HERE));
        lookedUp.found(HERE, BYTES);
        assertArrayEquals(BYTES, lookedUp.figures(HERE));
        assertFalse(lookedUp.knows(ELSEWHERE), "nobody has looked");
    }

    @Test
    void whatHasNoRoomIsForgottenAndNotTakenForMissing() {
        lookedUp.asked(HERE);
        lookedUp.found(HERE, BYTES);
        lookedUp.makeRoom(1_000_000);
        assertFalse(lookedUp.knows(HERE));
    }
}
