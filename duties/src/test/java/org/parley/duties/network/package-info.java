/// Nodes of a network that hold its charter and roster, honest ones and others.
@NullMarked
package org.parley.duties.network;

import org.jspecify.annotations.NullMarked;
