/// A blind relay, which stores and forwards what it cannot read for whoever holds the key to a
/// mailbox; and the two ends that use it.
@NullMarked
package org.parley.couriers.relay;

import org.jspecify.annotations.NullMarked;
