/// The events of a communication check as bytes for the books.
@NullMarked
package org.parley.formats.check;

import org.jspecify.annotations.NullMarked;
