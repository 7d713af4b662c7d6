package plumbline.app;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import plumbline.Refusal;
import plumbline.serve.Templates;

/// Writes the form a department fills in for a period. A file that is there already may be one that somebody has filled
/// in, so it is never written over.
@Command(
        name = "template",
        description =
                "Writes an XLSX form for a department and period: its expected figures, those of last time beside.",
        mixinStandardHelpOptions = true)
final class TemplateCommand implements Callable<Integer> {
    private final Main.Terminal terminal;

    @Mixin
    DatabaseOption database = new DatabaseOption();

    @Option(names = "--department", paramLabel = "D", required = true, description = "Code or name of the department.")
    String department = "";

    @Option(names = "--period", paramLabel = "P", required = true, description = "2022, 2022-H1, 2022-Q1 or 2022-03.")
    String period = "";

    @Option(names = "--lang", paramLabel = "LANG", description = "zh (default) or en.", defaultValue = "zh")
    String language = "zh";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "A new file (default: DEPARTMENT-PERIOD.xlsx in this folder).")
    @Nullable
    Path output;

    TemplateCommand(Main.Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = Settings.from(System.getenv());
        try (House house = House.open(database.existing())) {
            Templates templates = new Templates(house.ledger(), InstantSource.system(), settings.zone());
            Map<String, String> query = new HashMap<>();
            query.put("department", department);
            query.put("period", period);
            query.put("lang", language);
            Templates.Ready template = templates.template(query);
            Path file = Optional.ofNullable(output).orElseGet(() -> Path.of(template.name()));
            write(file, template.written().bytes());
            terminal.out().println(file);
        }
        return 0;
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        try {
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException there) {
            throw refused(file + ", which is there already", "a new file (--output FILE)");
        } catch (NoSuchFileException noFolder) {
            throw refused(file.toString(), "a file in a folder that exists");
        }
    }

    private static Refusal refused(String found, String accepted) {
        return new Refusal(Refusal.Kind.CONFLICT, List.of(new Refusal.Fault("--output", found, accepted)));
    }
}
