/// The sixteen measures to read, open to anybody, and what the node's State says of itself.
@NullMarked
package org.parley.node.measures;

import org.jspecify.annotations.NullMarked;
