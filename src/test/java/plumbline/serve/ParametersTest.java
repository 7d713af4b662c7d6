package plumbline.serve;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plumbline.Basis;
import plumbline.Period;
import plumbline.Refusal;

class ParametersTest {
    @Test
    void escapesAndPlusSignsAreRead() {
        Parameters parameters = new Parameters("a=%E5%8A%9E+x&b=&c");
        assertEquals(Optional.of("办 x"), parameters.text("a"));
        assertEquals(Optional.empty(), parameters.text("b"));
        assertEquals(Optional.empty(), parameters.text("c"));
        assertDoesNotThrow(parameters::check);
    }

    @Test
    void allFaultsComeAtOnce() {
        Parameters parameters = new Parameters("period=2022-Q5&basis=sometimes&nonsense=1&x=1&x=2");
        parameters.need("metric", Optional::of, "a metric code");
        parameters.read("period", Period::read, Period.ACCEPTED);
        parameters.word("basis", Basis.class);
        Refusal refusal = assertThrows(Refusal.class, parameters::check);
        assertEquals(
                List.of("x", "metric", "period", "basis", "nonsense", "x"),
                refusal.faults().stream().map(Refusal.Fault::parameter).toList());
        assertEquals("metric, period, basis", refusal.faults().get(4).accepted());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%zz", "a=%", "a=%E5", "a=%ff", "a=%C0%80", "%zz=1", "a=%00"})
    void brokenEscapesAreFaults(String query) {
        Parameters parameters = new Parameters(query);
        parameters.text("a");
        assertThrows(Refusal.class, parameters::check);
    }

    @Test
    void listsKeepTheirOrderAndDropRepeats() {
        assertEquals(List.of("b", "a"), new Parameters("d=b,%20a,b,").list("d", 2));
        Parameters many = new Parameters("d=a,b,c");
        assertEquals(List.of(), many.list("d", 2));
        assertThrows(Refusal.class, many::check);
    }
}
