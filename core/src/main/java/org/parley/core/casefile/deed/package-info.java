/// What can be done with an incident's case, and by whom: the words in which its life is told.
@NullMarked
package org.parley.core.casefile.deed;

import org.jspecify.annotations.NullMarked;
