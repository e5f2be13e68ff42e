/// Worked cases of scale editions: scale-format.md, section 9.
@NullMarked
package org.parley.formats.parley.cases;

import org.jspecify.annotations.NullMarked;
