/// Pages for archives: PDF/A-2u with an embedded typeface, written with the JDK alone.
@NullMarked
package org.parley.desk.pdf;

import org.jspecify.annotations.NullMarked;
