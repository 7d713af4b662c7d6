package plumbline.serve;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;

/// How the server is set up.
///
/// @param port 0 = any free port
/// @param names further host names under which the pages are reached; the loopback names always are
/// @param bodyLimit largest upload in bytes
/// @param idle after how long a silent connection is closed
/// @param zone where the days of the reporting calendar begin and end
/// @param version of the program, shown by /health
public record ServerSettings(
        String host, int port, Set<String> names, long bodyLimit, Duration idle, ZoneId zone, String version) {
    public ServerSettings {
        names = Set.copyOf(names);
    }

    /// The defaults for a host and port.
    public static ServerSettings of(String host, int port) {
        return new ServerSettings(
                host, port, Set.of(), 200L << 20, Duration.ofSeconds(60), ZoneId.of("Asia/Shanghai"), "dev");
    }
}
