/// Incidents at a running node, on the command line.
@NullMarked
package org.parley.cli.incident;

import org.jspecify.annotations.NullMarked;
