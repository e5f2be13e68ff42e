/// Decision diagrams over variables of several cells, each function stored once.
@NullMarked
package org.parley.core.engine.diagram;

import org.jspecify.annotations.NullMarked;
