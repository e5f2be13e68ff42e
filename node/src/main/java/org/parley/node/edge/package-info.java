/// What stands around all pages: headers, limits, errors, files, the wiring of the pages.
@NullMarked
package org.parley.node.edge;

import org.jspecify.annotations.NullMarked;
