/** What tests of several formats need. */
@NullMarked
package org.parley.formats;

import org.jspecify.annotations.NullMarked;
