/// Time, chance, faults, and the truth about a simulated world that no node in it knows.
@NullMarked
package org.parley.simulator.world;

import org.jspecify.annotations.NullMarked;
