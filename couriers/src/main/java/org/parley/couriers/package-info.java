/// Ways from node to node.
@NullMarked
package org.parley.couriers;

import org.jspecify.annotations.NullMarked;
