@NullMarked
package org.parley.couriers.https;

import org.jspecify.annotations.NullMarked;
