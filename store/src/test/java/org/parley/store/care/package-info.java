@NullMarked
package org.parley.store.care;

import org.jspecify.annotations.NullMarked;
