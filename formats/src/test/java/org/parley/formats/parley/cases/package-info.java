@NullMarked
package org.parley.formats.parley.cases;

import org.jspecify.annotations.NullMarked;
