/// The directory: each State's offices, who is on duty now, how they are reached; to read, to keep,
/// to print, to take away.
@NullMarked
package org.parley.node.directory;

import org.jspecify.annotations.NullMarked;
