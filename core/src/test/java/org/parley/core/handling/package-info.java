@NullMarked
package org.parley.core.handling;

import org.jspecify.annotations.NullMarked;
