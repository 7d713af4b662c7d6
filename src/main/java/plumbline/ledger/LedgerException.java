package plumbline.ledger;

/// The ledger cannot do its work: the database is unreadable, full, foreign, or made by another version. The message is
/// for the person who runs the server.
public final class LedgerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LedgerException(String message) {
        super(message);
    }

    public LedgerException(String message, Throwable cause) {
        super(message, cause);
    }
}
