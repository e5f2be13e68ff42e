/// The duties about drafts, on books in memory.
@org.jspecify.annotations.NullMarked
package org.parley.duties.workbench;
