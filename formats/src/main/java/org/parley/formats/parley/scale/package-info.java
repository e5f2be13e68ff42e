/// Scale editions: handbook/scale-format.md, from the tree of a file to a checked value.
@NullMarked
package org.parley.formats.parley.scale;

import org.jspecify.annotations.NullMarked;
