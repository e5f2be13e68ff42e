@NullMarked
package org.parley.node.directory;

import org.jspecify.annotations.NullMarked;
