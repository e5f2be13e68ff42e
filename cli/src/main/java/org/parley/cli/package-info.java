/** The {@code parley} command: everything that needs no server. */
@NullMarked
package org.parley.cli;

import org.jspecify.annotations.NullMarked;
