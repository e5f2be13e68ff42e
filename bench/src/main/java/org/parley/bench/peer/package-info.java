/// Other rule engines, each given the three scales in its own natural form.
@NullMarked
package org.parley.bench.peer;

import org.jspecify.annotations.NullMarked;
