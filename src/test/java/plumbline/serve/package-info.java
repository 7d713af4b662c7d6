/// The server over HTTP, with a real ledger in a temporary folder.
@NullMarked
package plumbline.serve;

import org.jspecify.annotations.NullMarked;
