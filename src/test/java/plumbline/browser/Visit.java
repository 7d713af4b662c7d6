package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import plumbline.Chromium;
import plumbline.app.RunningDemo;

/// A reader with a browser window. What the page should not have done is kept in [#noise].
final class Visit implements AutoCloseable {
    /// The page asked for has arrived, and every chart near the window is drawn.
    private static final String SETTLED = """
        () => !document.getElementById('main').hasAttribute('aria-busy') && document.querySelector('#main h1:not(.away)')
          && [...document.querySelectorAll('.chart:not(.off)')]
            .every(c => c.querySelector('svg') || c.getBoundingClientRect().top > innerHeight)
        """;

    /// What a page should not do, and how far it moves what has been seen already.
    private static final String WATCH = """
        window.print = () => {};
        window.moved = 0;
        addEventListener('securitypolicyviolation', e => console.error('CSP ' + e.violatedDirective));
        new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) window.moved += e.value; }))
          .observe({ type: 'layout-shift', buffered: true });
        """;

    /// Bytes of our own HTML, CSS and JavaScript that this view asked for, each compressed as the package does it:
    /// without comments.
    private static final String OWN_BYTES = """
        async () => {
          const asked = [location.href, ...performance.getEntriesByType('resource').map(each => each.name)]
            .filter((url, i) => i === 0 || /\\.(js|css)$/.test(url) && !url.includes('/lib/'));
          const sizes = await Promise.all([...new Set(asked)].map(async url => {
            const written = await (await fetch(url)).text();
            const sent = url.endsWith('.js') ? written.replace(/\\/\\*\\*[\\s\\S]*?\\*\\//g, '').replace(/^\\s*\\/\\/.*$/gm, '').replace(/^[ \\t]*\\n/gm, '') : written;
            const file = new Blob([sent]).stream().pipeThrough(new CompressionStream('gzip'));
            return (await new Response(file).blob()).size;
          }));
          return sizes.reduce((sum, n) => sum + n, 0);
        }
        """;

    private static final String SENT_BYTES = """
        () => ['navigation', 'resource'].flatMap(type => performance.getEntriesByType(type))
          .reduce((sum, each) => sum + each.transferSize, 0)
        """;

    final Page page;
    final Queue<String> noise = new ConcurrentLinkedQueue<>();
    private final BrowserContext context;
    private final String origin;

    Visit(Chromium chromium, RunningDemo demo) {
        this(chromium, demo, 1280);
    }

    /// A window of a computer, narrow where it is enlarged.
    Visit(Chromium chromium, RunningDemo demo, int width) {
        this(chromium, demo, new Browser.NewContextOptions().setViewportSize(width, 900));
    }

    /// A phone: narrow, and touched instead of pointed at.
    static Visit byPhone(Chromium chromium, RunningDemo demo) {
        return new Visit(
                chromium,
                demo,
                new Browser.NewContextOptions()
                        .setViewportSize(360, 740)
                        .setIsMobile(true)
                        .setHasTouch(true));
    }

    private Visit(Chromium chromium, RunningDemo demo, Browser.NewContextOptions device) {
        origin = demo.address();
        context = chromium.browser()
                .newContext(device.setBaseURL(origin)
                        .setLocale("zh-CN")
                        .setTimezoneId("Asia/Shanghai")
                        .setColorScheme(ColorScheme.LIGHT)
                        .setAcceptDownloads(true));
        context.setDefaultTimeout(15_000);
        page = context.newPage();
        listen();
    }

    private void listen() {
        page.addInitScript(WATCH);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                noise.add(message.type() + ": " + message.text());
            }
        });
        page.onPageError(error -> noise.add("thrown: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(origin) && !request.url().startsWith("data:")) {
                noise.add("elsewhere: " + request.url());
            }
        });
        page.onRequestFailed(request -> {
            // The page hangs up on the events of an import that has ended.
            if (!request.url().endsWith("/events")) {
                noise.add("failed: " + request.url() + " " + request.failure());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400) {
                noise.add(response.status() + ": " + response.url());
            }
        });
    }

    Visit open(String path) {
        page.navigate(path);
        return settle();
    }

    Visit settle() {
        page.waitForFunction(SETTLED);
        return this;
    }

    int ownBytes() {
        return (int) number(page.evaluate(OWN_BYTES));
    }

    /// Everything the server sent for this view.
    int sentBytes() {
        return (int) number(page.evaluate(SENT_BYTES));
    }

    /// How far the page moved under the reader: its cumulative layout shift.
    double moved() {
        return number(page.evaluate("window.moved"));
    }

    /// Asks the page what a script of `src/test/resources/browser` asks.
    Object ask(String script) {
        try (InputStream file = Objects.requireNonNull(Visit.class.getResourceAsStream("/browser/" + script))) {
            String code = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return page.evaluate(code.replaceFirst("(?s)^/\\*.*?\\*/", "").strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first element of this selector.
    Locator at(String selector) {
        return page.locator(selector).first();
    }

    /// The evidence, once it has been read.
    Locator card() {
        Locator card = page.locator("#card:not([hidden]) .card-body");
        card.waitFor();
        page.waitForFunction("() => !document.querySelector('#card .card-body').textContent.includes('正在读取')");
        return card;
    }

    /// The cell of the table that opens the evidence of a point.
    Locator cell(String point) {
        return page.locator("table a[data-ref='" + point + "']");
    }

    /// The words and signs of the status strip, from left to right.
    List<String> strip() {
        List<Written> all = written();
        double middle = all.stream()
                .filter(text -> text.words().equals("状态"))
                .findFirst()
                .orElseThrow()
                .y();
        return all.stream()
                .filter(text -> Math.abs(text.y() - middle) < 6 && !text.words().equals("状态"))
                .sorted((a, b) -> Double.compare(a.x(), b.x()))
                .map(Written::words)
                .toList();
    }

    /// A text of the chart and the middle of its place in the window.
    record Written(String words, double x, double y) {}

    /// Everything that is written in the chart.
    List<Written> written() {
        page.locator("#chart").scrollIntoViewIfNeeded();
        Locator texts = page.locator("#chart svg text");
        texts.first().waitFor();
        List<?> places = (List<?>) texts.evaluateAll("all => all.map(e => { const b = e.getBoundingClientRect();"
                + " return [e.textContent, b.x + b.width / 2, b.y + b.height / 2]; })");
        return IntStream.range(0, places.size())
                .mapToObj(i -> (List<?>) places.get(i))
                .map(each -> new Written(String.valueOf(each.get(0)), number(each.get(1)), number(each.get(2))))
                .toList();
    }

    static double number(Object value) {
        return ((Number) value).doubleValue();
    }

    void assertQuiet() {
        assertEquals(List.of(), List.copyOf(noise), page::url);
    }

    @Override
    public void close() {
        context.close();
    }
}
