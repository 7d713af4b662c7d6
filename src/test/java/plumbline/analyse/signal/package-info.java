@NullMarked
package plumbline.analyse.signal;

import org.jspecify.annotations.NullMarked;
