/// What a State says of itself under a measure, as bytes for the books.
@NullMarked
package org.parley.formats.measure;

import org.jspecify.annotations.NullMarked;
