/// Parcels carried by hand: numbered files and a list of them in a folder, such as a memory stick.
@NullMarked
package org.parley.couriers.folder;

import org.jspecify.annotations.NullMarked;
