/// Many nodes in one thread on virtual time: the real core and the real duties, twins for the world
/// around them, and one seed that decides everything.
@NullMarked
package org.parley.simulator;

import org.jspecify.annotations.NullMarked;
