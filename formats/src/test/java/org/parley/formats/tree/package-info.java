@NullMarked
package org.parley.formats.tree;

import org.jspecify.annotations.NullMarked;
