@NullMarked
package plumbline.analyse;

import org.jspecify.annotations.NullMarked;
