@NullMarked
package org.parley.core.casefile;

import org.jspecify.annotations.NullMarked;
