/// The command line against a running node.
@NullMarked
package org.parley.conformance.programs;

import org.jspecify.annotations.NullMarked;
