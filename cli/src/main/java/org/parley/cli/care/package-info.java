/// The care of a node: looked over, backed up, brought back, brought up to date, taken elsewhere.
@NullMarked
package org.parley.cli.care;

import org.jspecify.annotations.NullMarked;
