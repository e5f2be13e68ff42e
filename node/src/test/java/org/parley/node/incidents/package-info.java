@NullMarked
package org.parley.node.incidents;

import org.jspecify.annotations.NullMarked;
