@NullMarked
package plumbline.analyse.standard;

import org.jspecify.annotations.NullMarked;
