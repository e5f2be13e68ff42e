/** What is promised about archives. */
@NullMarked
package org.parley.formats.archive;

import org.jspecify.annotations.NullMarked;
