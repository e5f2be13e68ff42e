@NullMarked
package org.parley.cli.care;

import org.jspecify.annotations.NullMarked;
