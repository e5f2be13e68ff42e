/** What is promised about registers. */
@NullMarked
package org.parley.formats.table;

import org.jspecify.annotations.NullMarked;
