/// What waits at the relay that this party runs, sealed: seen as whoever runs it sees it, and not
/// read.
@NullMarked
package org.parley.node.custody;

import org.jspecify.annotations.NullMarked;
