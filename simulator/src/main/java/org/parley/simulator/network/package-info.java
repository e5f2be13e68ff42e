/// Ways between simulated nodes, honest or not.
@NullMarked
package org.parley.simulator.network;

import org.jspecify.annotations.NullMarked;
