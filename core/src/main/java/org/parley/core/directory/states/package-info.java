/// The States that take part in the OSCE or stand by it, and fictitious ones for exercises.
@NullMarked
package org.parley.core.directory.states;

import org.jspecify.annotations.NullMarked;
