/// How duties read and write the open book: conversations, the journal, the trail of what proves
/// what.
@NullMarked
package org.parley.duties.record;

import org.jspecify.annotations.NullMarked;
