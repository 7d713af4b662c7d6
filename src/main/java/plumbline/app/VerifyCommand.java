package plumbline.app;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import plumbline.Refusal;
import plumbline.consolidate.Consolidation;
import plumbline.ledger.Verification;

/// Proves a ledger from its first import to its last; exit 1 with the first place that is not as it was sealed.
@Command(
        name = "verify",
        description = "Works every seal and every cell out again and names the first place that does not agree.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
    private final Main.Terminal terminal;

    @Mixin
    DatabaseOption database = new DatabaseOption();

    VerifyCommand(Main.Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Instant start = Instant.now();
        Verification.Verified verified =
                Verification.of(database.existing(), House.shippedCatalog(), new Consolidation());
        if (verified.broken().isPresent()) {
            Refusal.Fault broken = verified.broken().get();
            terminal.err().println(broken);
            terminal.out().printf("not sound; %d imports before this place are%n", verified.imports());
            return 1;
        }
        terminal.out()
                .printf(
                        "sound: %d imports, %d figures, %d cells; last seal %s; %.1f s%n",
                        verified.imports(),
                        verified.figures(),
                        verified.cells(),
                        verified.seal().isEmpty() ? "none" : verified.seal(),
                        Duration.between(start, Instant.now()).toMillis() / 1000.0);
        return 0;
    }
}
