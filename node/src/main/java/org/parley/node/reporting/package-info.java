/// Reports that were written away from the node, brought as files.
@NullMarked
package org.parley.node.reporting;

import org.jspecify.annotations.NullMarked;
