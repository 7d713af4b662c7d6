@NullMarked
package plumbline.read;

import org.jspecify.annotations.NullMarked;
