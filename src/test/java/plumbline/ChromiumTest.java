package plumbline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ChromiumTest {
    @Test
    void anEmptyPageOpens() {
        try (var chromium = Chromium.open()) {
            var page = chromium.browser().newPage();
            page.navigate("about:blank");
            assertEquals("about:blank", page.url());
            assertEquals(3, page.evaluate("1 + 2"));
        }
    }
}
