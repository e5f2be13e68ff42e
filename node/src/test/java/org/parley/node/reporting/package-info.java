/// Reports brought as files, over HTTP.
@org.jspecify.annotations.NullMarked
package org.parley.node.reporting;
