/// The pages of the network: its charter and roster as this node holds them, what waits for
/// signatures or for somebody's telephone call, and the secretariat's desk.
@NullMarked
package org.parley.node.network;

import org.jspecify.annotations.NullMarked;
