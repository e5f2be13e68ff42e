@NullMarked
package org.parley.formats.parley.network;

import org.jspecify.annotations.NullMarked;
