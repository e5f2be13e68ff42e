@NullMarked
package org.parley.core.exchange.clarify;

import org.jspecify.annotations.NullMarked;
