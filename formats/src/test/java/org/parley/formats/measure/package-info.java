@NullMarked
package org.parley.formats.measure;

import org.jspecify.annotations.NullMarked;
