package plumbline.app;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import plumbline.Postgresql;

class PostgresqlVerifyTest extends VerifyContract {
    private static String original = "";

    @BeforeAll
    static void takeIn(@TempDir Path folder) throws IOException {
        original = Postgresql.fresh();
        takeIn(folder, original);
    }

    @Override
    String ledger() {
        String name = original.replaceFirst("^[^?]*/([^/?]+)(\\?.*)?$", "$1");
        return Postgresql.fresh("TEMPLATE " + name);
    }

    /// As a restore does it: neither triggers nor foreign keys.
    @Override
    List<String> unguard(Connection connection) {
        return List.of("SET session_replication_role = replica");
    }
}
