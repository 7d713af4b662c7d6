/// The program: builds the objects of the other packages, starts them and stops them. Start with [plumbline.app.Main].
@NullMarked
package plumbline.app;

import org.jspecify.annotations.NullMarked;
