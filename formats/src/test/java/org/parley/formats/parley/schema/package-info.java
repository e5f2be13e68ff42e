@NullMarked
package org.parley.formats.parley.schema;

import org.jspecify.annotations.NullMarked;
