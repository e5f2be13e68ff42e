/// Parley's own files: facts, scales, incidents, plans, and the library that holds them.
@NullMarked
package org.parley.formats.parley;

import org.jspecify.annotations.NullMarked;
