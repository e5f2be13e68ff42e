/// People in memory, for tests and the simulator.
@NullMarked
package org.parley.duties.twin.people;

import org.jspecify.annotations.NullMarked;
