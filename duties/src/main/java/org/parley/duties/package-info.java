/// One class for each thing a node does: load, decide in the core, journal, hand effects to the
/// ports.
@NullMarked
package org.parley.duties;

import org.jspecify.annotations.NullMarked;
