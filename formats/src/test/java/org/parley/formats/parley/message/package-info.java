@NullMarked
package org.parley.formats.parley.message;

import org.jspecify.annotations.NullMarked;
