/// A severity scale while it is written: whose draft it is, its files, every change, and how it
/// becomes the node's own.
@NullMarked
package org.parley.core.draft;

import org.jspecify.annotations.NullMarked;
