/// Reference data of the network: the sixteen measures, and the States.
@NullMarked
package org.parley.formats.parley.network;

import org.jspecify.annotations.NullMarked;
