@NullMarked
package org.parley.couriers.mail;

import org.jspecify.annotations.NullMarked;
