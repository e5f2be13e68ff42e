/// How much of a conversation each office of a node may see.
@NullMarked
package org.parley.core.exchange.view;

import org.jspecify.annotations.NullMarked;
