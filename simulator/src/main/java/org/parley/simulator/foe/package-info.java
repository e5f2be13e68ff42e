/// What a node does whose party lies.
@NullMarked
package org.parley.simulator.foe;

import org.jspecify.annotations.NullMarked;
