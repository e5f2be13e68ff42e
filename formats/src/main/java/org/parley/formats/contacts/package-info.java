/// What is kept of States' offices: as bytes for the books, as tables, cards and texts to take
/// away, and from other directories.
@NullMarked
package org.parley.formats.contacts;

import org.jspecify.annotations.NullMarked;
