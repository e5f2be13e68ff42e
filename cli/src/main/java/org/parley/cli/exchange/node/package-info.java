/// A node's folder as the commands use it: settings, keys, books, and the ways to others.
@NullMarked
package org.parley.cli.exchange.node;

import org.jspecify.annotations.NullMarked;
