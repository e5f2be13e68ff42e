/// What States say to each other: a statement and its parts, and the hashes by which a single item
/// can be shown or erased.
@NullMarked
package org.parley.core.exchange;

import org.jspecify.annotations.NullMarked;
