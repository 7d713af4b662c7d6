@NullMarked
package plumbline.consolidate;

import org.jspecify.annotations.NullMarked;
