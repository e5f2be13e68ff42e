/// The contracts of the ports: every implementation passes them.
@NullMarked
package org.parley.duties.port;

import org.jspecify.annotations.NullMarked;
