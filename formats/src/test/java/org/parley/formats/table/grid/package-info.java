/** What is promised about tables as they stand in files. */
@NullMarked
package org.parley.formats.table.grid;

import org.jspecify.annotations.NullMarked;
