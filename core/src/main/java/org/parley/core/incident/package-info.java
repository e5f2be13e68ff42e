/// An incident as its holder records it: revisions of stated facts over time.
@NullMarked
package org.parley.core.incident;

import org.jspecify.annotations.NullMarked;
