/// What carries statements from node to node: slips, receipts, parcels.
@NullMarked
package org.parley.core.exchange.carriage;

import org.jspecify.annotations.NullMarked;
