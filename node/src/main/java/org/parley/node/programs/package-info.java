/// Requests of programs: which they are, and how they are refused.
@NullMarked
package org.parley.node.programs;

import org.jspecify.annotations.NullMarked;
