package plumbline.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import plumbline.Finding;
import plumbline.Period;
import plumbline.read.ReportText;
import plumbline.read.narrative.Lexicon;
import plumbline.read.narrative.LexiconReader;
import plumbline.read.narrative.NarrativeReader;
import plumbline.read.narrative.NarrativeReading;
import plumbline.read.text.DocumentText;

/// Reads the figures of narrative reports and writes them to stdout; needs no database and keeps nothing.
@Command(
        name = "read",
        description = "Reads figures from narrative reports (TXT, HTML, DOCX, DOC, PDF; - is stdin) and writes them to"
                + " stdout.",
        mixinStandardHelpOptions = true)
final class ReadCommand implements Callable<Integer> {
    /// How the readings are written.
    enum Output {
        CSV,
        JSON
    }

    private static final Path STDIN = Path.of("-");

    private final Main.Terminal terminal;

    @Option(names = "--output", paramLabel = "FORMAT", description = "csv (default) or json.", defaultValue = "csv")
    Output output = Output.CSV;

    @Option(names = "--all", description = "Also what was not taken for an achieved figure, with decision and reason.")
    boolean all;

    @Option(names = "--department", paramLabel = "D", description = "Department of the reports that name none.")
    @Nullable
    String department;

    @Option(names = "--period", paramLabel = "P", description = "Period of the reports that name none.")
    @Nullable
    String period;

    @Option(
            names = "--lexicon",
            paramLabel = "FOLDER",
            description = "Words of your own: terms.csv, cues.csv, measures.csv as in schema/catalog/narrative.")
    @Nullable
    Path lexicon;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "The reports; text in UTF-8, UTF-16 or GB18030.")
    List<Path> files = List.of();

    ReadCommand(Main.Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Period> told = Optional.ofNullable(period).map(Period::parse);
        Lexicon words = LexiconReader.read(House.shippedCatalog(), Optional.ofNullable(lexicon));
        NarrativeReader reader = new NarrativeReader(words);
        NarrativeReader.Given given = new NarrativeReader.Given(Optional.ofNullable(department), told);
        boolean complete = true;
        try (OutputStream out = terminal.bytes();
                ReadingsWriter writer = ReadingsWriter.of(output, all, out)) {
            for (Path file : files) {
                Optional<ReportText> report = open(file);
                complete &= report.isPresent();
                if (report.isPresent()) {
                    List<NarrativeReading> readings = reader.read(report.get(), given);
                    writer.write(readings.stream()
                            .filter(each -> all || each.decision().isAchieved())
                            .toList());
                }
            }
        }
        return complete ? 0 : 1;
    }

    private Optional<ReportText> open(Path file) throws IOException {
        List<Finding> findings = new ArrayList<>();
        Optional<ReportText> report = Optional.empty();
        try {
            byte[] bytes = file.equals(STDIN) ? System.in.readAllBytes() : Files.readAllBytes(file);
            report = DocumentText.open(ImportCommand.name(file), bytes, findings::add);
        } catch (NoSuchFileException none) {
            terminal.err().println(file + ": found no such file; accepted: a file that exists");
        } catch (IOException unreadable) {
            terminal.err().println(file + ": found " + unreadable.getMessage() + "; accepted: a file that can be read");
        }
        for (Finding finding : findings) {
            terminal.err().printf("%s: found %s; accepted: %s%n", finding.where(), finding.found(), finding.accepted());
        }
        return report;
    }
}
