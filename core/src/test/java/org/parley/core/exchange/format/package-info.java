@NullMarked
package org.parley.core.exchange.format;

import org.jspecify.annotations.NullMarked;
