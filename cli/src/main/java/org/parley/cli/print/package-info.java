/// Turns results into text that people read in a terminal, in six languages.
@NullMarked
package org.parley.cli.print;

import org.jspecify.annotations.NullMarked;
