/// The pocket form of a scale: what is needed to grade incidents of which everything is known, and
/// nothing more.
@NullMarked
package org.parley.core.engine.pocket;

import org.jspecify.annotations.NullMarked;
