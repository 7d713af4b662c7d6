package plumbline.app;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import plumbline.Report;
import plumbline.Vintage;
import plumbline.intake.Desk;

/// Reads the narrative reports on record again with the reader of today and proposes what it sees otherwise.
@Command(
        name = "reread",
        description = {
            "Reads the narrative reports again and proposes what today's reader sees otherwise.",
            "What people have confirmed or rejected stays as it is."
        },
        mixinStandardHelpOptions = true)
final class RereadCommand implements Callable<Integer> {
    private final Main.Terminal terminal;

    @Mixin
    DatabaseOption database = new DatabaseOption();

    RereadCommand(Main.Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (House house = House.open(database.existing())) {
            Desk desk = house.intake().desk();
            Vintage vintage = house.ledger().newest();
            List<Long> texts = house.ledger().reviews().texts(vintage);
            int fresh = 0;
            int different = 0;
            for (long text : texts) {
                Desk.Reread reread = desk.reread(text, System.getProperty("user.name"));
                fresh += reread.fresh();
                different += reread.different();
                if (reread.fresh() + reread.different() > 0) {
                    terminal.out()
                            .printf(
                                    "R%04d %s: %d new, %d read otherwise%n",
                                    text,
                                    house.ledger()
                                            .report(text, vintage)
                                            .map(Report::name)
                                            .orElse(""),
                                    reread.fresh(),
                                    reread.different());
                }
            }
            terminal.out().printf("%d reports, %d new, %d read otherwise%n", texts.size(), fresh, different);
        }
        return 0;
    }
}
