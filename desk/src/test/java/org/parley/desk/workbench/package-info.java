/// Drafts read, tried and changed.
@org.jspecify.annotations.NullMarked
package org.parley.desk.workbench;
