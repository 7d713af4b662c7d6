package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// An analyst takes data away.
class ExtractsPageTest extends DemoPages {
    @Test
    void whatIsSelectedIsCountedShownAndSavedWhole() throws IOException {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/extracts?m=talk_integrity_persontimes&o=D07");
            assertTrue(visit.at(".lede").innerText().matches("(?s)所选共[0-9]+行，其中.*"));
            Download download = visit.page.waitForDownload(
                    () -> visit.at("a[data-save='CSV（程序读取）']").click());
            byte[] saved = Files.readAllBytes(download.path());
            assertTrue(download.suggestedFilename().startsWith("plumbline_figures_filtered_"));
            assertArrayEquals(
                    visit.page
                            .request()
                            .get("/extracts/figures.csv?metric=talk_integrity_persontimes&department=D07")
                            .body(),
                    saved);
            long rows = new String(saved, StandardCharsets.UTF_8).lines().count() - 1;
            assertTrue(visit.at(".lede").innerText().startsWith("所选共" + rows + "行"));
            visit.page
                    .locator("#download-state", new com.microsoft.playwright.Page.LocatorOptions().setHasText("已取全"))
                    .waitFor();
            visit.page.locator("summary").getByText("前20行").click();
            assertEquals(20, visit.page.locator("details[open] tbody tr").count());
            visit.assertQuiet();
        }
    }

    /// A server whose answer breaks off in the middle.
    @Test
    void whatBreaksOffIsToldAndNotSaved() throws Exception {
        AtomicInteger saved = new AtomicInteger();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Visit visit = new Visit(chromium, demo)) {
            Thread.ofPlatform().daemon().start(() -> answerHalf(server));
            visit.page.onDownload(_ -> saved.incrementAndGet());
            visit.open("/extracts?o=D07");
            visit.page.route(
                    "**/extracts/figures.xlsx**",
                    route -> route.resume(new Route.ResumeOptions()
                            .setUrl("http://127.0.0.1:" + server.getLocalPort() + "/half.xlsx")));
            visit.at("a[data-save='XLSX']").click();
            visit.page.locator("#download-state .error").waitFor();
            assertEquals("XLSX中断了，没有取全，也没有保存。请重试。", visit.at("#download-state").innerText());
            assertEquals(0, saved.get());
        }
    }

    private static void answerHalf(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read(new byte[1 << 13]);
            socket.getOutputStream()
                    .write(
                            "HTTP/1.1 200 OK\r\nContent-Type: text/csv\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhalf \r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aPinnedPageSaysWhatHasChangedSince() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.open("/extracts?o=D07");
            int moments = visit.page.locator("#filter-at option").count();
            assertTrue(moments > 1, "moments: " + moments);
            visit.page
                    .locator("#filter-at")
                    .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(moments - 1));
            visit.page.locator("#apply").click();
            visit.settle();
            assertTrue(
                    visit.page.locator("main").innerText().contains("自那时起，所选"),
                    visit.page.locator("main").innerText());
            visit.assertQuiet();
        }
    }
}
