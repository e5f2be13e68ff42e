/// The table of permissions as people read and review it.
@NullMarked
package org.parley.formats.parley.people;

import org.jspecify.annotations.NullMarked;
