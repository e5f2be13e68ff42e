@NullMarked
package org.parley.store.people;

import org.jspecify.annotations.NullMarked;
