/// Who belongs to a channel, and the network's charter: agreed by several, changed only by several.
@NullMarked
package org.parley.core.directory.roster;

import org.jspecify.annotations.NullMarked;
