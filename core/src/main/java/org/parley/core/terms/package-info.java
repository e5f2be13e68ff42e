/** The words that three or more rooms share: ids, names of States, citations, editions. */
@NullMarked
package org.parley.core.terms;

import org.jspecify.annotations.NullMarked;
