/// A whole node in one neutral form: one file of JSON lines for each table, the same whatever the
/// database, with the node's own files and a list of digests.
@NullMarked
package org.parley.cli.care.copy;

import org.jspecify.annotations.NullMarked;
