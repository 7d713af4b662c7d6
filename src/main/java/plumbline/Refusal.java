package plumbline;

import java.util.List;
import java.util.stream.Collectors;

/// A request that cannot be answered, with all its faults. What is wrong with *data* is a [Finding] instead.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    public enum Kind {
        INVALID,
        NOT_FOUND,
        CONFLICT
    }

    /// One fault of a request: which parameter, what was found, what would be accepted.
    public record Fault(String parameter, String found, String accepted) {
        @Override
        public String toString() {
            return parameter + ": found '" + found + "'; accepted: " + accepted;
        }
    }

    private final Kind kind;
    private final transient List<Fault> faults;

    public Refusal(Kind kind, List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("; ")));
        this.kind = kind;
        this.faults = List.copyOf(faults);
    }

    public static Refusal invalid(String parameter, String found, String accepted) {
        return new Refusal(Kind.INVALID, List.of(new Fault(parameter, found, accepted)));
    }

    public static Refusal notFound(String parameter, String found, String accepted) {
        return new Refusal(Kind.NOT_FOUND, List.of(new Fault(parameter, found, accepted)));
    }

    public static Refusal conflict(String parameter, String found, String accepted) {
        return new Refusal(Kind.CONFLICT, List.of(new Fault(parameter, found, accepted)));
    }

    public Kind kind() {
        return kind;
    }

    public List<Fault> faults() {
        return faults;
    }
}
