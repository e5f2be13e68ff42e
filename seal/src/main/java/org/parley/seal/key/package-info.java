/// Where a node's private keys lie: wrapped in a folder, or in a token.
@NullMarked
package org.parley.seal.key;

import org.jspecify.annotations.NullMarked;
