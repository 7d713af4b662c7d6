@NullMarked
package plumbline.read.narrative;

import org.jspecify.annotations.NullMarked;
