/**
 * A document as a tree whose every node knows its place: read from YAML 1.2 or JSON, within limits.
 */
@NullMarked
package org.parley.formats.tree;

import org.jspecify.annotations.NullMarked;
