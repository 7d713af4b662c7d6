package plumbline.read.narrative;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import plumbline.read.CatalogReader;
import plumbline.read.ReportText;

/// What texts cost that mean harm: the shapes of [LinearWorkTest], from 1 MB to 16 MB (or to the number of megabytes
/// given), each time twice as long. Time is that of the reading thread, the better of two runs; the memory is touched
/// beforehand, or its first use would be counted.
///
/// `mvn -q -Pbench -Dbench=plumbline.read.narrative.HostileTextsBenchmark -Dbench.options="-Xms6g -Xmx6g
/// -XX:+AlwaysPreTouch"`
final class HostileTextsBenchmark {
    private static final double MOST = 2.3;
    /// Less than this many seconds tell nothing.
    private static final double TELLING = 0.05;

    private HostileTextsBenchmark() {}

    public static void main(String[] args) throws IOException {
        int most = args.length == 0 || args[0].isBlank() ? 16 : Integer.parseInt(args[0].strip());
        NarrativeReader reader = new NarrativeReader(LexiconReader.read(CatalogReader.read()));
        LinearWorkTest.shapes().values().forEach(shape -> seconds(reader, shape, 1)); // compiles
        for (Map.Entry<String, String> shape : LinearWorkTest.shapes().entrySet()) {
            StringBuilder line = new StringBuilder("%-28s".formatted(shape.getKey()));
            double before = 0;
            double worst = 0;
            for (int megabytes = 1; megabytes <= most; megabytes *= 2) {
                double seconds = Math.min(
                        seconds(reader, shape.getValue(), megabytes), seconds(reader, shape.getValue(), megabytes));
                worst = before < TELLING ? worst : Math.max(worst, seconds / before);
                before = seconds;
                line.append(" %d MB %6.2f s".formatted(megabytes, seconds));
            }
            System.out.printf("%s  doubled at most %.2f times (limit %.1f)%n", line, worst, MOST);
        }
    }

    private static double seconds(NarrativeReader reader, String piece, int megabytes) {
        int bytes = piece.getBytes(StandardCharsets.UTF_8).length;
        String text = piece.repeat((megabytes << 20) / bytes);
        System.gc(); // of the text before; its cost is none of this one's
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        reader.read(new ReportText("hostile", "UTF-8", text), NarrativeReader.Given.NOTHING);
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
    }
}
