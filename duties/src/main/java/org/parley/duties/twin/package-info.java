/// The ports in memory, with the same contracts as the real ones and with mishaps on demand: for
/// tests and the simulator.
@NullMarked
package org.parley.duties.twin;

import org.jspecify.annotations.NullMarked;
