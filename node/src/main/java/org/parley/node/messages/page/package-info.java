/// What the pages of messages show.
@NullMarked
package org.parley.node.messages.page;

import org.jspecify.annotations.NullMarked;
