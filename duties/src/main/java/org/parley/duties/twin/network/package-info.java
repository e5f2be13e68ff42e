/// The network between nodes in memory: couriers, and the weather they travel in.
@NullMarked
package org.parley.duties.twin.network;

import org.jspecify.annotations.NullMarked;
