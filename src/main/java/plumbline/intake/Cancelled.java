package plumbline.intake;

/// Whoever sent the files does not want the rest any more. Leaves the transaction under way, which then keeps nothing.
final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1;

    Cancelled() {
        super("cancelled", null, false, false);
    }
}
