@NullMarked
package org.parley.duties;

import org.jspecify.annotations.NullMarked;
