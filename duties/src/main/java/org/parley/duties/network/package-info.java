/// The network's charter and roster at this node: drawn up, signed by several, told to every node,
/// and believed only as far as its signatures go.
@NullMarked
package org.parley.duties.network;

import org.jspecify.annotations.NullMarked;
