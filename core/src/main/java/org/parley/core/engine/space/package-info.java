/// What the facts of a scale could be, cut into cells within which the scale makes no difference.
@NullMarked
package org.parley.core.engine.space;

import org.jspecify.annotations.NullMarked;
