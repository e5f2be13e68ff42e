/// Words used by three or more rooms: exact numbers, names of editions, citations, digests.
@NullMarked
package org.parley.core.terms;

import org.jspecify.annotations.NullMarked;
