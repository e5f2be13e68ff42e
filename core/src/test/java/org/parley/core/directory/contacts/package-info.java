@NullMarked
package org.parley.core.directory.contacts;

import org.jspecify.annotations.NullMarked;
