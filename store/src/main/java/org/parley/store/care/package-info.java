/// The whole of a node's databases at once: looked at, taken out and put in, on any database.
@NullMarked
package org.parley.store.care;

import org.jspecify.annotations.NullMarked;
