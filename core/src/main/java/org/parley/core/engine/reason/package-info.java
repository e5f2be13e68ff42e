/// The engine's own reasons: every step of a rule, made out of parts that were prepared when the
/// edition was.
@NullMarked
package org.parley.core.engine.reason;

import org.jspecify.annotations.NullMarked;
