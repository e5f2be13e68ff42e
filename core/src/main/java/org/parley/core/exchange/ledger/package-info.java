/// Conversations as one node keeps them: who has received what, and how far each came.
@NullMarked
package org.parley.core.exchange.ledger;

import org.jspecify.annotations.NullMarked;
