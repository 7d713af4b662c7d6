package plumbline.app;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import plumbline.serve.Server;
import plumbline.serve.ServerSettings;

/// What the server answers over loopback with a million figures stored: charts at a steady rate, answers that did not
/// change beside a bare Vert.x handler. Each line names its limit.
///
/// `mvn -q -Pbench -Dbench=plumbline.app.ApiBenchmark -Dbench.options=-Xmx512m`; an argument names a database that is
/// there already.
final class ApiBenchmark {
    private static final int YEARS = 5;
    private static final int DEPARTMENTS = 24;
    private static final int RATE = 200;
    private static final int SECONDS = 10;
    private static final int CHART_CLIENTS = 4;
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 5;
    private static final int ROUND_MILLIS = 1_000;

    private final URI server;
    private final List<String> metrics;

    private ApiBenchmark(URI server, List<String> metrics) {
        this.server = server;
        this.metrics = metrics;
    }

    public static void main(String[] args) throws Exception {
        boolean given = args.length > 0 && !args[0].isBlank();
        Path folder = Files.createTempDirectory("plumbline-bench");
        String database = given ? args[0] : folder.resolve("plumbline.db").toString();
        try (House house = House.open(database)) {
            if (!given) {
                fill(house, folder);
            }
            Server server = Server.start(
                    ServerSettings.of("127.0.0.1", 0),
                    house.catalog(),
                    house.ledger(),
                    house.intake(),
                    InstantSource.system());
            try (server) {
                List<String> metrics = house.catalog().metrics().stream()
                        .limit(Bench.METRICS)
                        .map(each -> each.code())
                        .toList();
                ApiBenchmark benchmark = new ApiBenchmark(server.address(), metrics);
                benchmark.charts();
                benchmark.unchanged();
            }
        } finally {
            Bench.delete(folder);
        }
    }

    private static void fill(House house, Path folder) throws IOException {
        Path departments = folder.resolve("departments.csv");
        Path figures = folder.resolve("figures.csv");
        Bench.write(1, Generator.Form.DEPARTMENTS, departments);
        Bench.write(YEARS, Generator.Form.FIGURES, figures);
        Bench.accept(house, departments);
        Bench.report("figures imported", 1_000_000, Bench.accept(house, figures));
    }

    /// One metric, 24 departments, 16 quarters; another question each time, so that nothing is answered from memory.
    private String chart(int number) {
        int first = number / metrics.size() * DEPARTMENTS % (Bench.DEPARTMENTS - DEPARTMENTS);
        String departments = IntStream.range(0, DEPARTMENTS)
                .mapToObj(i -> "D%04d".formatted(1 + first + i))
                .collect(Collectors.joining(","));
        return "/api/v1/series?metric=" + metrics.get(number % metrics.size()) + "&period=2021-Q1..2024-Q4&department="
                + departments;
    }

    /// Requests start at a steady rate, however long the one before takes; what one has to wait counts.
    private void charts() throws Exception {
        steady(RATE / 2, 4); // compiles
        steady(RATE, 30); // a server that has been up for half a minute
        double[] seconds = steady(RATE, SECONDS);
        Arrays.sort(seconds);
        System.out.printf(
                "%-72s p50 %6.2f ms, p99 %6.2f ms, longest %6.1f ms%n",
                "charts of 24 departments and 16 quarters, 200 a second (p99 at most 10 ms)",
                seconds[seconds.length / 2] * 1e3,
                seconds[(int) (seconds.length * 0.99)] * 1e3,
                seconds[seconds.length - 1] * 1e3);
    }

    private double[] steady(int rate, int duration) throws Exception {
        int each = rate * duration / CHART_CLIENTS;
        long begin = System.nanoTime() + 100_000_000;
        List<Callable<double[]>> clients = new ArrayList<>();
        for (int client = 0; client < CHART_CLIENTS; client++) {
            int number = client;
            clients.add(() -> {
                RandomGenerator random = RandomGenerator.of("SplittableRandom");
                double[] seconds = new double[each];
                try (Loopback loopback = new Loopback(server)) {
                    for (int i = 0; i < each; i++) {
                        long due = begin + (i * CHART_CLIENTS + number) * 1_000_000_000L / rate;
                        String chart = chart(random.nextInt(40 * metrics.size()));
                        LockSupport.parkNanos(due - System.nanoTime());
                        Loopback.Answer answer = loopback.get(chart, "Accept-Encoding: gzip\r\n");
                        if (answer.status() != 200) {
                            throw new IllegalStateException(chart + " " + answer);
                        }
                        seconds[i] = Bench.seconds(due);
                    }
                }
                return seconds;
            });
        }
        return all(clients).stream().flatMapToDouble(Arrays::stream).toArray();
    }

    /// Asks again with the tag of the answer, in turns with a bare handler.
    private void unchanged() throws Exception {
        String chart = chart(7);
        String tag;
        try (Loopback loopback = new Loopback(server)) {
            loopback.get(chart, "");
            tag = loopback.tag();
        }
        Vertx vertx = Vertx.vertx();
        try {
            URI bare = bare(vertx);
            double[] ratios = new double[ROUNDS];
            double[] rates = new double[ROUNDS];
            for (int round = -2; round < ROUNDS; round++) {
                double plain = rate(bare, Loopback.request("/", ""), 200);
                double known = rate(server, Loopback.request(chart, "If-None-Match: " + tag + "\r\n"), 304);
                if (round >= 0) {
                    ratios[round] = known / plain;
                    rates[round] = known;
                }
            }
            Arrays.sort(ratios);
            Arrays.sort(rates);
            System.out.printf(
                    "%-72s %,7.0f a second, %.0f %% of the bare handler%n",
                    "a chart that did not change (at least 50 % of a bare Vert.x handler)",
                    rates[ROUNDS / 2],
                    ratios[ROUNDS / 2] * 100);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static URI bare(Vertx vertx) {
        AtomicInteger port = new AtomicInteger();
        vertx.deployVerticle(
                        () -> new VerticleBase() {
                            @Override
                            public io.vertx.core.Future<?> start() {
                                return vertx.createHttpServer()
                                        .requestHandler(
                                                request -> request.response().end("Hello"))
                                        .listen(SocketAddress.sharedRandomPort(1, "127.0.0.1"))
                                        .onSuccess(started -> port.set(started.actualPort()));
                            }
                        },
                        new DeploymentOptions()
                                .setInstances(Runtime.getRuntime().availableProcessors()))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return URI.create("http://127.0.0.1:" + port.get() + "/");
    }

    /// Answers a second, from as many clients as keep two cores busy.
    private static double rate(URI to, byte[] request, int status) throws Exception {
        List<Callable<Long>> clients = new ArrayList<>();
        long end = System.nanoTime() + ROUND_MILLIS * 1_000_000L;
        for (int client = 0; client < CLIENTS; client++) {
            clients.add(() -> {
                long count = 0;
                try (Loopback loopback = new Loopback(to)) {
                    for (; System.nanoTime() < end; count++) {
                        if (loopback.get(request).status() != status) {
                            throw new IllegalStateException("another answer than " + status);
                        }
                    }
                }
                return count;
            });
        }
        return all(clients).stream().mapToLong(Long::longValue).sum() * 1000.0 / ROUND_MILLIS;
    }

    static <T> List<T> all(List<Callable<T>> work) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(work)) {
                results.add(each.get());
            }
            return results;
        }
    }
}
