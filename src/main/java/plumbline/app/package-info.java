/// Builds the program out of its parts, starts it and stops it.
@NullMarked
package plumbline.app;

import org.jspecify.annotations.NullMarked;
