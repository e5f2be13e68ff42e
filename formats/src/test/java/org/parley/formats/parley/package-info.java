@NullMarked
package org.parley.formats.parley;

import org.jspecify.annotations.NullMarked;
