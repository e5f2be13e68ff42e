/// One simulated node: the real duties over ports that can fail.
@NullMarked
package org.parley.simulator.node;

import org.jspecify.annotations.NullMarked;
