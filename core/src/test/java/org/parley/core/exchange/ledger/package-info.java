@NullMarked
package org.parley.core.exchange.ledger;

import org.jspecify.annotations.NullMarked;
