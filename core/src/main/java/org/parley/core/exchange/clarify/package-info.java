/// Clarification and consultation: what was asked, answered, recorded and closed in a conversation.
@NullMarked
package org.parley.core.exchange.clarify;

import org.jspecify.annotations.NullMarked;
