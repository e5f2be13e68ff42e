/// What honest people do at simulated nodes.
@NullMarked
package org.parley.simulator.work;

import org.jspecify.annotations.NullMarked;
