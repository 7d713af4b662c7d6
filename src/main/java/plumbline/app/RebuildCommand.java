package plumbline.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import plumbline.ledger.Ledger;

/// Works every cell out again; exit 1 if any was not as stored.
@Command(
        name = "rebuild",
        description = "Recomputes the consolidated cells from the figures and says how many differed.",
        mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {
    private final Main.Terminal terminal;

    @Mixin
    DatabaseOption database = new DatabaseOption();

    RebuildCommand(Main.Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (House house = House.open(database.existing())) {
            Ledger.Rebuilt rebuilt = house.ledger().rebuild();
            terminal.out().printf("%d cells, %d differed%n", rebuilt.cells(), rebuilt.different());
            return rebuilt.different() == 0 ? 0 : 1;
        }
    }
}
