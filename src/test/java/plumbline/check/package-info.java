@NullMarked
package plumbline.check;

import org.jspecify.annotations.NullMarked;
