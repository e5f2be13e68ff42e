/// Small programs that give their first answers and end: what starting costs.
@NullMarked
package org.parley.bench.start;

import org.jspecify.annotations.NullMarked;
