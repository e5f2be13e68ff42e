@NullMarked
package org.parley.couriers;

import org.jspecify.annotations.NullMarked;
