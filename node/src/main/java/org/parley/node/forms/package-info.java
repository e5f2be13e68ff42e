/// Forms as they come in: what was typed, and what is to be mended.
@NullMarked
package org.parley.node.forms;

import org.jspecify.annotations.NullMarked;
