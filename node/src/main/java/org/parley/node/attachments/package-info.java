/// Files that go with messages: put to a draft, shown with a statement, taken away.
@NullMarked
package org.parley.node.attachments;

import org.jspecify.annotations.NullMarked;
