/// Mails by which an office answers outside the network, checked against the keys that the
/// directory names for it.
@NullMarked
package org.parley.couriers.mail.reply;

import org.jspecify.annotations.NullMarked;
