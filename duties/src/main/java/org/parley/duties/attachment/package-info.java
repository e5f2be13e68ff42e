/// The files that belong to statements: kept, sent, taken in, and how far each came.
@NullMarked
package org.parley.duties.attachment;

import org.jspecify.annotations.NullMarked;
