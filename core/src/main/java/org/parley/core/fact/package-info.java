/// The fact catalogue, what can be stated about a fact, and the sheet of what is known.
@NullMarked
package org.parley.core.fact;

import org.jspecify.annotations.NullMarked;
