@NullMarked
package org.parley.couriers.relay;

import org.jspecify.annotations.NullMarked;
