@NullMarked
package plumbline.analyse.question;

import org.jspecify.annotations.NullMarked;
