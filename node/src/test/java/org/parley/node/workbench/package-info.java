/// The pages of the workbench, over HTTP.
@org.jspecify.annotations.NullMarked
package org.parley.node.workbench;
