/// The exchange on the command line: a node without screens.
@NullMarked
package org.parley.cli.exchange;

import org.jspecify.annotations.NullMarked;
