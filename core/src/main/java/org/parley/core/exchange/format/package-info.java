/// The formats C1 to C13 and C90 as values, and what a statement must be to fit one.
@NullMarked
package org.parley.core.exchange.format;

import org.jspecify.annotations.NullMarked;
