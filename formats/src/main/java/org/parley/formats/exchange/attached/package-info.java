/// Files that belong to statements, as they travel.
@NullMarked
package org.parley.formats.exchange.attached;

import org.jspecify.annotations.NullMarked;
