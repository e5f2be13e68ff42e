@NullMarked
package org.parley.formats.exchange;

import org.jspecify.annotations.NullMarked;
