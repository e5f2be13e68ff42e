@NullMarked
package org.parley.formats.parley.fact;

import org.jspecify.annotations.NullMarked;
