/// A node that is killed while programs write to it.
@org.jspecify.annotations.NullMarked
package org.parley.node.kill;
