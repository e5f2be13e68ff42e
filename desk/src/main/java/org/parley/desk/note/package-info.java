/// A statement told as a note verbale, in one language or two.
@NullMarked
package org.parley.desk.note;

import org.jspecify.annotations.NullMarked;
