@NullMarked
package org.parley.cli.exchange;

import org.jspecify.annotations.NullMarked;
