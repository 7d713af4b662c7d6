package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every page by the Tab key alone: what it stops at, in which order, and that each stop can be seen.
class KeyboardTest extends DemoPages {
    /// A page's address, then its stops, indented. A run of the same kind is one line with its number.
    private static final Path WALKS = Path.of("src/test/resources/browser/walks.txt");

    private static final int MOST_STOPS = 400;

    private static final List<String> PAGES = List.of(
            "/?o=D&p=2025-Q4",
            "/trends?m=talk_integrity_persontimes&o=D05,D08&g=Q&f=2023-Q1&t=2023-Q4",
            "/compare?m=talk_integrity_persontimes&p=2022&parent=R",
            "/discipline?o=D15&p=2023-Q1",
            "/reports",
            "/review",
            "/quality?m=talk_integrity_persontimes&o=DG1&f=2023-Q1&t=2023-Q4",
            "/extracts?o=D01");

    @Test
    void theTabKeyWalksInReadingOrderAndEachStopCanBeSeen() throws IOException {
        List<String> walks = new ArrayList<>();
        List<String> unseen = new ArrayList<>();
        try (Visit visit = new Visit(chromium, demo)) {
            for (String path : PAGES) {
                visit.open(path);
                walks.add(path);
                walks.addAll(walk(visit, path, unseen));
            }
        }
        assertEquals(List.of(), unseen);
        if (Boolean.getBoolean("plumbline.walks.keep")) {
            Files.write(WALKS, walks);
        }
        assertEquals(String.join("\n", Files.readAllLines(WALKS)), String.join("\n", walks));
    }

    private static List<String> walk(Visit visit, String path, List<String> unseen) {
        List<String> stops = new ArrayList<>();
        String last = "";
        int run = 0;
        for (int i = 0; i < MOST_STOPS; i++) {
            visit.page.keyboard().press("Tab");
            List<?> stop = (List<?>) visit.ask("focused.js");
            // Behind the last stop the browser leaves the page, or begins again.
            String kind = i > 0 && stop.getFirst().equals("#skip") ? "end" : String.valueOf(stop.getFirst());
            if (!stop.get(1).equals("")) {
                unseen.add(path + " " + kind + ": " + stop.get(1));
            }
            if (!kind.equals(last) && run > 0) {
                stops.add("  " + last + (run > 1 ? " ×" + run : ""));
                run = 0;
            }
            if (kind.equals("end")) {
                return stops;
            }
            last = kind;
            run++;
        }
        stops.add("  no end after " + MOST_STOPS);
        return stops;
    }

    @Test
    void thePageInUseIsMarkedInForcedColoursAndNothingMovesWhereMotionIsUnwanted() {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.page.emulateMedia(new Page.EmulateMediaOptions()
                    .setForcedColors(ForcedColors.ACTIVE)
                    .setReducedMotion(ReducedMotion.REDUCE));
            visit.open(PAGES.get(1));
            String border = "e => getComputedStyle(e).borderBottomColor";
            Object chosen = visit.at("#navigation [aria-current]").evaluate(border);
            Object other = visit.at("#navigation a:not([aria-current])").evaluate(border);
            assertEquals(false, chosen.equals(other), "current and other page: " + chosen);
            assertEquals(
                    "✓ ",
                    visit.at(".tabs [aria-current]")
                            .evaluate("e => getComputedStyle(e, '::before').content.slice(1, -1)"));
            assertEquals(
                    0,
                    visit.page.evaluate("document.getAnimations().length + [...document.querySelectorAll('*')]"
                            + ".filter(e => parseFloat(getComputedStyle(e).transitionDuration) > 0).length"));
            visit.assertQuiet();
        }
    }
}
