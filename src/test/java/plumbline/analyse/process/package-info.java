@NullMarked
package plumbline.analyse.process;

import org.jspecify.annotations.NullMarked;
