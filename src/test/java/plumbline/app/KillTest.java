package plumbline.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.Mode;
import plumbline.Report;
import plumbline.intake.Delivery;
import plumbline.intake.Order;
import plumbline.intake.Progress;
import plumbline.ledger.FigureSelection;

/// `kill -9` at random moments of imports, by the command line and by the server in turn. After each the ledger opens,
/// proves itself, holds every file whole or not at all, and everything a receipt said is true.
///
/// 20 kills in every build, `-Dplumbline.kills=N` for another number. `-Dplumbline.seed=N` gives the same files and
/// delays again; what the machine does meanwhile differs.
class KillTest {
    private static final int FILES = 12;
    /// How many rounds have a year of their own for the same departments.
    private static final int CENTURY = 50;
    private static final Pattern RECEIPT =
            Pattern.compile("(\\S+\\.csv): (?:accepted|already_imported); report R([0-9]+);.*");

    @TempDir
    Path folder;

    private Path database = Path.of("");
    /// Rows of each file ever handed in, by name.
    private final Map<String, Integer> sent = new HashMap<>();
    /// Every file, to be handed in again at the end.
    private final List<Delivery> files = new ArrayList<>();
    /// What receipts said: file name → report number.
    private final Map<String, Long> receipts = new ConcurrentHashMap<>();

    private int amid;

    @BeforeEach
    void aBureauWithOffices() throws IOException {
        database = folder.resolve("plumbline.db");
        StringBuilder departments = new StringBuilder("code,name_zh,parent\nB,某局,\n");
        for (int i = 0; i < FILES * CENTURY; i++) {
            departments.append("D%d,某处%d,B\n".formatted(i, i));
        }
        Path form = Files.writeString(folder.resolve("departments.csv"), departments);
        assertEquals(0, Shell.run("import", "--db", database, form).code());
    }

    @Test
    void whatEverIsKilledTheLedgerHoldsWholeFilesAndReceiptsAreTrue() throws Exception {
        int kills = Integer.getInteger("plumbline.kills", 20);
        long seed = Long.getLong("plumbline.seed", System.nanoTime());
        Random random = new Random(seed);
        String which = "KillTest: " + kills + " kills, -Dplumbline.seed=" + seed;
        System.out.println(which);
        long usual = unharmed(random);
        for (int kill = 1; kill <= kills; kill++) {
            String moment = which + ", kill " + kill;
            int before = stored().size();
            if (kill % 2 == 0) {
                killServer(kill, random, usual);
            } else {
                killCommand(kill, random, usual);
            }
            check(moment);
            int gained = stored().size() - before;
            amid += gained > 0 && gained < FILES ? 1 : 0;
        }
        System.out.println("KillTest: " + amid + " of " + kills + " came between the first and the last file, "
                + receipts.size() + " receipts, " + stored().size() + " of " + files.size() + " files stored");
        allAgain();
    }

    /// Waits until the program has opened the ledger.
    private void awaitImport(Child child) throws Exception {
        Path log = database.resolveSibling("plumbline.db-wal");
        while (!Files.exists(log) && !child.ends(2)) {
            // not yet
        }
    }

    /// How long the imports take when nobody kills the command, in milliseconds.
    private long unharmed(Random random) throws Exception {
        long start;
        try (Child child = command(0, random)) {
            awaitImport(child);
            start = System.nanoTime();
            assertTrue(child.ends(300_000), "the command does not end");
            note(child.printed());
            assertEquals(FILES, receipts.size(), child::printed);
        }
        check("unharmed");
        return (System.nanoTime() - start) / 1_000_000;
    }

    private void killCommand(int round, Random random, long usual) throws Exception {
        try (Child child = command(round, random)) {
            awaitImport(child);
            child.ends((long) (usual * Math.sqrt(random.nextDouble())));
            child.kill();
            note(child.printed());
        }
    }

    private Child command(int round, Random random) throws IOException {
        Path here = Files.createDirectories(folder.resolve("round-" + round));
        List<String> words = new ArrayList<>(List.of("import", "--db", database.toString()));
        for (Delivery each : made(round, random)) {
            words.add(Files.write(here.resolve(each.name()), each.bytes()).toString());
        }
        return Child.start(here, words);
    }

    private void note(String printed) {
        printed.lines()
                .map(RECEIPT::matcher)
                .filter(Matcher::matches)
                .forEach(each -> receipts.put(each.group(1), Long.valueOf(each.group(2))));
    }

    private void killServer(int round, Random random, long usual) throws Exception {
        Path here = Files.createDirectories(folder.resolve("round-" + round));
        try (Child child = Child.start(here, List.of("serve", "--db", database.toString(), "--port", "0"));
                HttpClient client = HttpClient.newHttpClient()) {
            String address = child.address();
            List<Delivery> all = made(round, random);
            CountDownLatch taken = new CountDownLatch(1);
            Thread sender = Thread.ofPlatform().daemon().start(() -> send(client, address, all, taken));
            assertTrue(taken.await(60, TimeUnit.SECONDS), child::printed);
            child.ends(random.nextLong(usual));
            child.kill();
            sender.join(10_000);
        }
        try (Stream<Path> left = Files.list(here.resolve("temporary"))) {
            assertEquals(
                    List.of(),
                    left.filter(each -> each.getFileName().toString().contains("upload"))
                            .toList());
        }
    }

    /// Hands the files in three at a time and notes every receipt, until the server is gone.
    private void send(HttpClient client, String address, List<Delivery> all, CountDownLatch taken) {
        try {
            for (int i = 0; i < all.size(); i += 3) {
                HttpRequest post = HttpRequest.newBuilder(URI.create(address + "/api/v1/imports"))
                        .header("Content-Type", Program.MULTIPART)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                Program.multipart(all.subList(i, i + 3).toArray(Delivery[]::new))))
                        .build();
                String location = client.send(post, HttpResponse.BodyHandlers.discarding())
                        .headers()
                        .firstValue("location")
                        .orElseThrow();
                taken.countDown();
                JsonArray said = new JsonArray();
                while (said.isEmpty()) {
                    HttpRequest get = HttpRequest.newBuilder(URI.create(address + location))
                            .build();
                    said = new JsonObject(client.send(get, HttpResponse.BodyHandlers.ofString())
                                    .body())
                            .getJsonArray("receipts");
                }
                Program.objects(said).forEach(each -> {
                    assertEquals("accepted", each.getString("outcome"), each::encode);
                    receipts.put(
                            each.getString("file"),
                            Long.valueOf(each.getString("report").substring(1)));
                });
            }
        } catch (IOException killed) {
            // as it should be
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// A year of one department in each file, months and metrics as chance will have it.
    private List<Delivery> made(int round, Random random) {
        List<Delivery> made = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            StringBuilder rows = new StringBuilder("department,period,metric,value\n");
            int count = 0;
            for (int month = 1; month <= 12; month++) {
                for (String metric : List.of(
                        "talk_integrity_persontimes", "cases_filed", "petitions_closed", "study_staff_sessions")) {
                    if (random.nextInt(5) > 0) {
                        rows.append("D%d,%d-%02d,%s,%d\n"
                                .formatted(
                                        round / CENTURY * FILES + i,
                                        2000 + round % CENTURY,
                                        month,
                                        metric,
                                        random.nextInt(90)));
                        count++;
                    }
                }
            }
            Delivery file = Program.file("r%d-d%d.csv".formatted(round, i), rows.toString());
            made.add(file);
            sent.put(file.name(), count);
        }
        files.addAll(made);
        return made;
    }

    /// How many figures each stored file has brought, by report number and name.
    private Map<Long, String> stored() {
        try (House house = House.open(database.toString())) {
            Map<Long, String> names = new HashMap<>();
            for (Report each : house.ledger().reports(house.ledger().newest())) {
                if (!each.name().equals("departments.csv")) {
                    names.put(each.id(), each.name());
                }
            }
            return names;
        }
    }

    private void check(String moment) {
        assertEquals(0, Shell.run("verify", "--db", database).code(), moment);
        Map<Long, String> stored = stored();
        assertEquals(stored.size(), stored.values().stream().distinct().count(), moment + ": a file is there twice");
        Map<Long, Integer> figures = new HashMap<>();
        try (House house = House.open(database.toString())) {
            house.ledger()
                    .figures()
                    .each(
                            FigureSelection.ALL,
                            house.ledger().newest(),
                            each -> figures.merge(each.report(), 1, Integer::sum));
        }
        stored.forEach((report, name) -> assertEquals(sent.get(name), figures.get(report), moment + ": " + name));
        assertEquals(stored.size(), figures.size(), moment + ": figures without a file");
        receipts.forEach((name, report) -> assertEquals(name, stored.get(report), moment + ": a receipt"));
    }

    /// Whoever got no receipt sends the file again: what is there is told, what is not is taken in.
    private void allAgain() {
        Order order = new Order(Mode.ADD, Optional.empty(), Optional.empty(), Optional.empty(), false, "again");
        Map<Long, String> before = stored();
        try (House house = House.open(database.toString())) {
            house.intake()
                    .accept(files, order, Progress.SILENT)
                    .forEach(each -> assertEquals(
                            before.containsValue(each.file()) ? "already_imported" : "accepted",
                            each.outcome().word(),
                            each.file()));
        }
        check("all again");
        assertEquals(files.size(), stored().size());
    }
}
