@NullMarked
package org.parley.duties.twin.network;

import org.jspecify.annotations.NullMarked;
