package plumbline.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plumbline.app.RunningDemo;

/// axe finds nothing on any page, in either language, light and dark, wide, on a phone and at 400 %; what it cannot
/// judge, the contrast within drawings, is measured beside it.
class AxeTest extends DemoPages {
    private static final int[] WIDTHS = {1280, 360, 320};

    private final List<String> found = new ArrayList<>();
    private int looked;

    @Test
    void onAnyPage() {
        try (Visit visit = new Visit(chromium, demo)) {
            for (String path : PagesTest.IN_BOTH_LANGUAGES) {
                visit.page.setViewportSize(1280, 900);
                visit.open(path);
                look(visit, path);
            }
        }
        assertEquals(List.of(), found);
        assertTrue(looked > 1000, "texts and marks looked at: " + looked);
    }

    @Test
    void withTheEvidenceOpen() {
        try (Visit visit = new Visit(chromium, demo)) {
            for (String lang : List.of("", "&lang=en")) {
                for (String path : List.of(
                        "/trends?m=talk_integrity_persontimes&o=D05,D08&g=Q&f=2022-Q1&t=2023-Q4" + lang
                                + "#pt=1.2023-Q1",
                        "/trends?m=talk_integrity_persontimes&o=DG1&g=Q&f=2022-Q1&t=2023-Q4" + lang + "#pt=0.2023-Q1",
                        "/quality?m=talk_integrity_persontimes&o=D&f=2022-Q1&t=2022-Q4" + lang + "#pt=D05.2022-Q2")) {
                    visit.page.setViewportSize(1280, 900);
                    // A new document: of an address that differs behind # alone the browser asks for nothing.
                    visit.page.navigate("about:blank");
                    visit.open(path);
                    visit.card();
                    look(visit, path);
                }
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void withFormsOfAdministrationTheirFaultsAndTheirEffect() {
        try (Visit visit = new Visit(chromium, demo)) {
            for (String path : List.of("/admin?tab=departments&do=merge", "/admin?id=study_essays&lang=en")) {
                visit.page.setViewportSize(1280, 900);
                visit.open(path);
                visit.page.click("#admin-preview");
                visit.at("#admin-faults:not([hidden])").waitFor();
                look(visit, path);
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void withAFileThatWasRefusedAndOneThatCameIn() {
        try (Visit visit = new Visit(chromium, demo)) {
            for (String value : List.of("many", "12")) {
                visit.page.setViewportSize(1280, 900);
                visit.open("/reports");
                visit.page
                        .locator("#import-files")
                        .setInputFiles(new FilePayload(
                                "handed-in.csv",
                                "text/csv",
                                "department,period,metric,value\nD03,2025-Q1,talk_preappointment_persontimes,%s\n"
                                        .formatted(value)
                                        .getBytes(StandardCharsets.UTF_8)));
                visit.page.locator("#import-go").click();
                visit.page.locator(".job .receipt").waitFor();
                look(visit, "import of " + value);
            }
        }
        assertEquals(List.of(), found);
    }

    @Test
    void withoutTheServerAndWithoutData(@TempDir Path folder) {
        try (Visit visit = new Visit(chromium, demo)) {
            visit.page.route("**/api/v1/overview**", route -> route.abort());
            visit.page.navigate("/");
            visit.at("main .error").waitFor();
            look(visit, "an error");
        }
        try (RunningDemo empty = RunningDemo.empty(folder);
                Visit visit = new Visit(chromium, empty)) {
            for (String path : List.of("/", "/trends", "/quality", "/admin?tab=log")) {
                visit.page.setViewportSize(1280, 900);
                visit.open(path);
                look(visit, "nothing on " + path);
            }
        }
        assertEquals(List.of(), found);
    }

    private void look(Visit visit, String what) {
        for (int width : WIDTHS) {
            visit.page.setViewportSize(width, 900);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                visit.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                String where = what + " " + width + " " + scheme + " ";
                violations(visit.settle().page, scheme).forEach(each -> found.add(where + each));
                Map<?, ?> drawn = (Map<?, ?>) visit.ask("contrast.js");
                looked += Integer.parseInt(String.valueOf(drawn.get("seen")));
                Stream.of(drawn.get("failures"))
                        .filter(each -> !each.equals(List.of()))
                        .forEach(each -> found.add(where + each));
            }
        }
        visit.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static List<String> violations(Page page, ColorScheme scheme) {
        AxeRunOptions brief = new AxeRunOptions();
        brief.setResultTypes(List.of("violations"));
        AxeBuilder axe = new AxeBuilder(page).setLegacyMode(true).options(brief);
        // Darkness changes colours only.
        return (scheme == ColorScheme.DARK ? axe.withRules(List.of("color-contrast")) : axe)
                .analyze().getViolations().stream()
                        .map(each ->
                                each.getId() + " " + each.getNodes().getFirst().getTarget())
                        .toList();
    }
}
