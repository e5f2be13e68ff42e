/// The scales to read, open to anybody.
@NullMarked
package org.parley.node.scales;

import org.jspecify.annotations.NullMarked;
