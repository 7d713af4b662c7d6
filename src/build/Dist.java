import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.spi.ToolProvider;

/// Gives the built program a Java of its own and packs both: `Dist <application folder> <archive>`.
class Dist {
    /// What the program and its libraries ask for. Netty needs jdk.unsupported; jdk.jfr and jdk.management are for
    /// whoever has to look into a running server. GB18030 and its relatives are part of java.base.
    static final String MODULES = "java.base,java.logging,java.management,java.naming,java.net.http,java.sql,java.xml,"
            + "jdk.jfr,jdk.management,jdk.unsupported,jdk.zipfs";

    static void main(String[] args) throws Exception {
        Path application = Path.of(args[0]).toAbsolutePath();
        Path archive = Path.of(args[1]).toAbsolutePath();
        link(application.resolve("jre"));
        train(application);
        pack(application, archive);
    }

    static void link(Path runtime) throws IOException {
        delete(runtime);
        var jlink = ToolProvider.findFirst("jlink").orElseThrow();
        int code = jlink.run(
                new PrintStream(OutputStream.nullOutputStream()),
                System.err,
                "--add-modules",
                MODULES,
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--generate-cds-archive",
                "--compress",
                "zip-6",
                "--output",
                runtime.toString());
        if (code != 0) {
            throw new IOException("jlink ended with " + code);
        }
    }

    /// Lets the program start once, answer a few of its own requests and end, through its own launcher so that the
    /// cache is made with the flags it will be used with. The names are relative because the launcher splits
    /// PLUMBLINE_JAVA_OPTS at spaces.
    static void train(Path application) throws IOException, InterruptedException {
        Path cache = application.resolve("plumbline.aot");
        Path scratch = application.resolveSibling("training");
        Files.deleteIfExists(cache);
        delete(scratch);
        Files.createDirectories(scratch);
        var launcher = List.of("bin/plumbline", "serve", "--demo", "--db", "../training/training.db", "--port", "0");
        var training = new ProcessBuilder(launcher).directory(application.toFile());
        training.environment()
                .put("PLUMBLINE_JAVA_OPTS", "-Dplumbline.train=true -XX:AOTCacheOutput=plumbline.aot -Xlog:aot=error");
        run(training);
        if (!Files.exists(cache)) {
            throw new IOException("the training run left no " + cache);
        }
        delete(scratch);
    }

    static void pack(Path application, Path archive) throws IOException, InterruptedException {
        var name = application.getFileName().toString();
        run(new ProcessBuilder("tar", "-czf", archive.toString(), name)
                .directory(application.getParent().toFile()));
    }

    /// What the process prints is shown only if it fails.
    static void run(ProcessBuilder command) throws IOException, InterruptedException {
        Path log = Files.createTempFile("plumbline-dist", ".log");
        int code = command.redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        String said = Files.readString(log);
        Files.delete(log);
        if (code != 0) {
            throw new IOException(String.join(" ", command.command()) + " ended with " + code + "\n" + said);
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }
}
