/// What a node is told by its operator: one file and the environment, all mistakes at once.
@NullMarked
package org.parley.desk.settings;

import org.jspecify.annotations.NullMarked;
