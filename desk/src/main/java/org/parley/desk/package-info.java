/// The desk that the command line and the node share: the library in one language, the chosen
/// scales, the incidents that were read, and what is said of them.
@NullMarked
package org.parley.desk;

import org.jspecify.annotations.NullMarked;
