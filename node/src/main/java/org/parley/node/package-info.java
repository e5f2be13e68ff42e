/// The server a State runs for itself: reads its settings, opens the books, listens.
@NullMarked
package org.parley.node;

import org.jspecify.annotations.NullMarked;
