/// What somebody may see of a case, and nothing else: the one gate to every page, list, feed and
/// file.
@NullMarked
package org.parley.core.casefile.view;

import org.jspecify.annotations.NullMarked;
