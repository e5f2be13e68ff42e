/// The invariants, each checked over all nodes after a run.
@NullMarked
package org.parley.simulator.check;

import org.jspecify.annotations.NullMarked;
