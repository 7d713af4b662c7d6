/// The pages in a real Chromium, served by the whole program.
@NullMarked
package plumbline.browser;

import org.jspecify.annotations.NullMarked;
