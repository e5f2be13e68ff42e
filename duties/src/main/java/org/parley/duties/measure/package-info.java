/// What a State says of itself under the sixteen measures: said, taken back, read.
@NullMarked
package org.parley.duties.measure;

import org.jspecify.annotations.NullMarked;
