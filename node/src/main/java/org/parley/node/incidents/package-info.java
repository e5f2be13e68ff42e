/// Pages of incidents: reporting, lists, one case and all that is done with it.
@NullMarked
package org.parley.node.incidents;

import org.jspecify.annotations.NullMarked;
