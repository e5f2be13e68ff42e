/// One table of routes and who may take them; what has no row is refused.
@NullMarked
package org.parley.node.permit;

import org.jspecify.annotations.NullMarked;
