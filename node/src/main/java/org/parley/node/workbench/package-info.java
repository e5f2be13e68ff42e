/// The workbench of those who write the national scale.
@NullMarked
package org.parley.node.workbench;

import org.jspecify.annotations.NullMarked;
