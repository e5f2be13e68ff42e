/// What lists of messages need of the books: conversations at a glance, and drafts.
@NullMarked
package org.parley.duties.port.messages;

import org.jspecify.annotations.NullMarked;
