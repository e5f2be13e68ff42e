/// How near the worked cases of a scale come to its thresholds.
@NullMarked
package org.parley.core.cover;

import org.jspecify.annotations.NullMarked;
