@NullMarked
package org.parley.formats.parley.scale;

import org.jspecify.annotations.NullMarked;
