/// The way from a complaint to a sanction (信访 → 线索 → 谈话函询、立案 → 处分), each step in its own unit.
@NullMarked
package plumbline.analyse.process;

import org.jspecify.annotations.NullMarked;
