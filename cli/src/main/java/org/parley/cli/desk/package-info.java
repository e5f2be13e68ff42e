/// What lies ready for a command: the library in one language, the chosen scales, the incidents
/// that were read.
@NullMarked
package org.parley.cli.desk;

import org.jspecify.annotations.NullMarked;
