/// Messages in the browser: what awaits an answer, one conversation with its ledger, writing.
@NullMarked
package org.parley.node.messages;

import org.jspecify.annotations.NullMarked;
