/// A story already under way, for somebody who looks at a node for the first time.
@NullMarked
package org.parley.node.demo;

import org.jspecify.annotations.NullMarked;
