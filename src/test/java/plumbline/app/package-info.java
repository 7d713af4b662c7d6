@NullMarked
package plumbline.app;

import org.jspecify.annotations.NullMarked;
