@NullMarked
package org.parley.formats.exchange.plain;

import org.jspecify.annotations.NullMarked;
