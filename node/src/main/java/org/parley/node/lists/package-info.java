/// Lists of incidents taken away, and several incidents acted on at once, each asked for on its
/// own.
@NullMarked
package org.parley.node.lists;

import org.jspecify.annotations.NullMarked;
