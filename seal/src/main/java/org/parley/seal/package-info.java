/// Keys, envelopes and proofs of exchange.
@NullMarked
package org.parley.seal;

import org.jspecify.annotations.NullMarked;
