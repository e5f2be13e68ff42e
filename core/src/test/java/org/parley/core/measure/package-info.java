@NullMarked
package org.parley.core.measure;

import org.jspecify.annotations.NullMarked;
