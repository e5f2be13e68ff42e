/// Keys, envelopes and proofs of exchange, in formats that other tools read too.
@NullMarked
package org.parley.seal;

import org.jspecify.annotations.NullMarked;
