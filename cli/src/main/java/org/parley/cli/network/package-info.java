/// The network's reference data on the command line.
@NullMarked
package org.parley.cli.network;

import org.jspecify.annotations.NullMarked;
