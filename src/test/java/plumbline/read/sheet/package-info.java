@NullMarked
package plumbline.read.sheet;

import org.jspecify.annotations.NullMarked;
