/// Measures the engine beside hand-written code and beside other rule engines.
@NullMarked
package org.parley.bench;

import org.jspecify.annotations.NullMarked;
