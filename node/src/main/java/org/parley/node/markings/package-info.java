/// Markings and secrecy grades, as pages tell them.
@NullMarked
package org.parley.node.markings;

import org.jspecify.annotations.NullMarked;
