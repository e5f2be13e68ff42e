@NullMarked
package org.parley.node.network;

import org.jspecify.annotations.NullMarked;
