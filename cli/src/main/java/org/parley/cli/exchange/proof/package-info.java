/// Proofs of exchange, and what is told beside them.
@NullMarked
package org.parley.cli.exchange.proof;

import org.jspecify.annotations.NullMarked;
