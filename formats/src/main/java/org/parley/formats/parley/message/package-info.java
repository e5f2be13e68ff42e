/// The formats C1 to C13 and C90 as files of the library.
@NullMarked
package org.parley.formats.parley.message;

import org.jspecify.annotations.NullMarked;
