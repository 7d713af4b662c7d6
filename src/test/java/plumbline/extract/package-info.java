/// The server over HTTP, with a real ledger in a temporary folder.
@NullMarked
package plumbline.extract;

import org.jspecify.annotations.NullMarked;
