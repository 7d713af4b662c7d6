@NullMarked
package plumbline.analyse.rate;

import org.jspecify.annotations.NullMarked;
