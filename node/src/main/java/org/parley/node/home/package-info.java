/// The first page.
@NullMarked
package org.parley.node.home;

import org.jspecify.annotations.NullMarked;
