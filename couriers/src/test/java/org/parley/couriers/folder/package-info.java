@NullMarked
package org.parley.couriers.folder;

import org.jspecify.annotations.NullMarked;
