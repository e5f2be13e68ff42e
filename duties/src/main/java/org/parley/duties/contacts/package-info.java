/// What this node keeps of States' offices: written down, confirmed, read.
@NullMarked
package org.parley.duties.contacts;

import org.jspecify.annotations.NullMarked;
