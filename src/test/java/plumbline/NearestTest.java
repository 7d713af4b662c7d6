package plumbline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<Nearest.Choice> CHOICES = List.of(
            Nearest.Choice.of("talks", new Name("廉政谈话", "Integrity talks"), List.of()),
            Nearest.Choice.of("study", new Name("理论学习", "Study"), List.of("中心组学习")),
            Nearest.Choice.of("study2", new Name("集体学习", "Staff study"), List.of()));

    private static List<String> near(String text) {
        return Nearest.of(text, CHOICES).stream().map(Nearest.Choice::code).toList();
    }

    @Test
    void aSlipOfThePenIsUnderstood() {
        assertEquals(List.of("talks"), near("廉正谈话"));
        assertEquals(List.of("talks"), near("TALK"));
        assertEquals(List.of("study"), near("中心组学系"));
    }

    @Test
    void theNearestComesFirst() {
        assertEquals(List.of("study2", "study"), near("study2"));
    }

    @Test
    void nothingIsSuggestedForWhatIsNearToNothing() {
        assertEquals(List.of(), near("党费收缴"));
        assertEquals(List.of(), near(""));
        assertEquals(List.of(), near("x".repeat(1000)));
    }
}
