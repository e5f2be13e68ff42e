/// Documents for word processors, as results are told in them.
@NullMarked
package org.parley.desk.docx;

import org.jspecify.annotations.NullMarked;
