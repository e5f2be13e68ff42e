@NullMarked
package org.parley.node.measures;

import org.jspecify.annotations.NullMarked;
