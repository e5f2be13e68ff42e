@NullMarked
package org.parley.formats.casefile;

import org.jspecify.annotations.NullMarked;
