/// What a node is told by its operator: one file and the environment, all mistakes at once.
@NullMarked
package org.parley.node.settings;

import org.jspecify.annotations.NullMarked;
