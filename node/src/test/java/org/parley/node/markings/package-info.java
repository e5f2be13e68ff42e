@NullMarked
package org.parley.node.markings;

import org.jspecify.annotations.NullMarked;
