/// Pages of a terminal: widths, wrapping, columns, colours.
@NullMarked
package org.parley.cli.print;

import org.jspecify.annotations.NullMarked;
