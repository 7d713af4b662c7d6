package plumbline.ledger;

import plumbline.Refusal;

/// Ends a verification at the first place that is not as it was sealed.
final class BrokenPlace extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Refusal.Fault fault;
    private final long sound;

    /// @param sound how many imports before it are sound
    BrokenPlace(long sound, Refusal.Fault fault) {
        super(fault.toString());
        this.fault = fault;
        this.sound = sound;
    }

    BrokenPlace(long sound, String place, String found, String accepted) {
        this(sound, new Refusal.Fault(place, found, accepted));
    }

    Refusal.Fault fault() {
        return fault;
    }

    long sound() {
        return sound;
    }
}
