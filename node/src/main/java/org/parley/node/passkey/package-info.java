/// Passkeys: keys that devices keep, with the person checked by the device.
@NullMarked
package org.parley.node.passkey;

import org.jspecify.annotations.NullMarked;
