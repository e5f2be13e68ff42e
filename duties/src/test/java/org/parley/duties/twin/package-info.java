@NullMarked
package org.parley.duties.twin;

import org.jspecify.annotations.NullMarked;
