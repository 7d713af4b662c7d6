@NullMarked
package plumbline.read.form;

import org.jspecify.annotations.NullMarked;
