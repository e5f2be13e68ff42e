/// The network on the command line: the measures it serves, its charter and its roster.
@NullMarked
package org.parley.cli.network;

import org.jspecify.annotations.NullMarked;
