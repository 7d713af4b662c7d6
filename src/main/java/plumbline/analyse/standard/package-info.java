/// Is enough done: values beside the minimum standards of the rules, judged by what they surely are.
@NullMarked
package plumbline.analyse.standard;

import org.jspecify.annotations.NullMarked;
