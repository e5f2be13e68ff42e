/// Markings: what they are, how they combine, and what may be released to whom.
@NullMarked
package org.parley.core.handling;

import org.jspecify.annotations.NullMarked;
