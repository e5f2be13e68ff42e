@NullMarked
package org.parley.formats.parley.incident;

import org.jspecify.annotations.NullMarked;
