package plumbline.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerTest extends LedgerContract {
    @TempDir
    static Path folder;

    private static int databases;

    @Override
    String fresh() {
        return folder.resolve("ledger-" + ++databases + ".db").toString();
    }
}
