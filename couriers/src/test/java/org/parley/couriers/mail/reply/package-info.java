@NullMarked
package org.parley.couriers.mail.reply;

import org.jspecify.annotations.NullMarked;
