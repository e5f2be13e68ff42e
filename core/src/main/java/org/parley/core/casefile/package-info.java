/// An incident's life as one office follows it: what is known, who may see it, what was done.
@NullMarked
package org.parley.core.casefile;

import org.jspecify.annotations.NullMarked;
