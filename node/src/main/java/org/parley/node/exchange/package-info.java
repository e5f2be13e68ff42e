/// The node's part in the exchange: joined, running, the cards of other nodes taken in.
@NullMarked
package org.parley.node.exchange;

import org.jspecify.annotations.NullMarked;
