package plumbline.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Writes a made-up organisation of any size to stdout.
@Command(
        name = "generate",
        description = "Writes a tidy form (or its departments form) of any size, the same for the same numbers.",
        mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
    private final Main.Terminal terminal;

    @Option(
            names = "--departments",
            required = true,
            paramLabel = "N",
            description = "How many departments (1 to 9999).")
    int departments;

    @Option(names = "--metrics", defaultValue = "10", paramLabel = "M", description = "How many metrics (default: 10).")
    int metrics;

    @Option(names = "--years", defaultValue = "1", paramLabel = "Y", description = "How many years (default: 1).")
    int years;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "S", description = "Seed of the draw (default: 1).")
    long seed;

    @Option(
            names = "--form",
            defaultValue = "figures",
            paramLabel = "FORM",
            description = "figures (default) or departments.")
    Generator.Form form = Generator.Form.FIGURES;

    GenerateCommand(Main.Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Generator generator = new Generator(House.shippedCatalog(), departments, metrics, years, seed);
        PrintWriter out = terminal.out();
        generator.write(form, out);
        if (out.checkError()) {
            throw new IOException("stdout cannot be written");
        }
        return 0;
    }
}
