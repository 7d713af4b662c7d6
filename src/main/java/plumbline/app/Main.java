package plumbline.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import plumbline.Refusal;
import plumbline.ledger.LedgerException;

/// The command line: `plumbline COMMAND`. Exit 0 = done, 1 = the input or the data were refused, 2 = usage.
@Command(
        name = "plumbline",
        description = "Figures of periodic accountability reports: imported, checked, traced, compared.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            ServeCommand.class,
            ImportCommand.class,
            ReadCommand.class,
            ExtractCommand.class,
            TemplateCommand.class,
            GenerateCommand.class,
            RereadCommand.class,
            RebuildCommand.class,
            VerifyCommand.class,
            VerifyExtractCommand.class
        })
public final class Main {
    // Held here because the log manager itself holds loggers only weakly and would forget the level.
    private static final Logger JOOQ = Logger.getLogger("org.jooq");

    /// Warns of any PostgreSQL that is not this year's, though ours run on earlier ones.
    private static final Logger VERSIONS = Logger.getLogger("org.jooq.impl.DefaultExecuteContext.logVersionSupport");

    private Main() {}

    public static void main(String[] args) {
        System.exit(
                run(args, new Terminal(utf8(System.out), utf8(System.err), new FileOutputStream(FileDescriptor.out))));
    }

    /// Where a command writes: texts in UTF-8 whatever the locale, files as they are.
    record Terminal(PrintWriter out, PrintWriter err, OutputStream bytes) {}

    static int run(String[] args, Terminal terminal) {
        JOOQ.setLevel(Level.WARNING);
        VERSIONS.setLevel(Level.OFF);
        CommandLine line = new CommandLine(new Main(), new Commands(terminal))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, _, _) -> failed(failure, terminal));
        int code = execute(line, args, terminal);
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    private static int execute(CommandLine line, String[] args, Terminal terminal) {
        try {
            return line.execute(args);
        } catch (OutOfMemoryError _) {
            terminal.err()
                    .printf(
                            "plumbline: found %d MB of memory, which is not enough; accepted: more of it,"
                                    + " as with PLUMBLINE_JAVA_OPTS=-Xmx4g%n",
                            Runtime.getRuntime().maxMemory() >> 20);
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private static int failed(Exception failure, Terminal terminal) throws Exception {
        return switch (failure) {
            case Refusal refusal -> {
                refusal.faults().forEach(fault -> terminal.err().println(fault));
                yield CommandLine.ExitCode.SOFTWARE;
            }
            case LedgerException broken -> {
                terminal.err().println("plumbline: " + broken.getMessage());
                yield CommandLine.ExitCode.SOFTWARE;
            }
            case IOException unwritable -> {
                terminal.err().println("plumbline: the output is not complete: " + unwritable.getMessage());
                yield CommandLine.ExitCode.SOFTWARE;
            }
            case IllegalArgumentException wrong -> {
                terminal.err().println("plumbline: " + wrong.getMessage());
                yield CommandLine.ExitCode.USAGE;
            }
            default -> throw failure;
        };
    }

    private static PrintWriter utf8(java.io.PrintStream stream) {
        return new PrintWriter(stream, false, StandardCharsets.UTF_8);
    }

    /// Makes commands that write to the terminal.
    private record Commands(Terminal terminal) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                return type.getDeclaredConstructor(Terminal.class).newInstance(terminal);
            } catch (NoSuchMethodException none) {
                return CommandLine.defaultFactory().create(type);
            }
        }
    }

    /// The version as the jar's manifest has it.
    static final class Version implements CommandLine.IVersionProvider {
        static String number() {
            String version = Main.class.getPackage().getImplementationVersion();
            return version == null ? "development" : version;
        }

        @Override
        public String[] getVersion() {
            return new String[] {"plumbline " + number()};
        }
    }
}
