/// Conditions in the few forms that the engine works on.
@NullMarked
package org.parley.core.engine.formula;

import org.jspecify.annotations.NullMarked;
