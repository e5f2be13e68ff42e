@NullMarked
package org.parley.simulator;

import org.jspecify.annotations.NullMarked;
