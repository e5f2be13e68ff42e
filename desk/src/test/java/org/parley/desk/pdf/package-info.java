@NullMarked
package org.parley.desk.pdf;

import org.jspecify.annotations.NullMarked;
