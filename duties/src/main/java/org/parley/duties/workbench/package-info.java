/// Work on drafts of scales, and how one becomes the node's own.
@NullMarked
package org.parley.duties.workbench;

import org.jspecify.annotations.NullMarked;
