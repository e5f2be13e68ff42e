/// Proofs of exchange: folders that show, without Parley, who said what to whom and that it
/// arrived.
@NullMarked
package org.parley.seal.proof;

import org.jspecify.annotations.NullMarked;
