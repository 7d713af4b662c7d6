@NullMarked
package plumbline.analyse.funnel;

import org.jspecify.annotations.NullMarked;
