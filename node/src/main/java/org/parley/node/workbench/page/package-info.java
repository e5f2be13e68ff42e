/// What pages of the workbench show.
@NullMarked
package org.parley.node.workbench.page;

import org.jspecify.annotations.NullMarked;
