/// Who is who in the network: offices, nodes and keys, as each party's own signed statements.
@NullMarked
package org.parley.core.directory;

import org.jspecify.annotations.NullMarked;
