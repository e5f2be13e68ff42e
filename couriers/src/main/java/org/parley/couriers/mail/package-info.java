/// Mail: a lower grade, and shown as one. Sealed parcels as attachments between nodes; and S/MIME
/// or OpenPGP for counterparts that have mail and no node.
@NullMarked
package org.parley.couriers.mail;

import org.jspecify.annotations.NullMarked;
