@NullMarked
package org.parley.formats.contacts;

import org.jspecify.annotations.NullMarked;
