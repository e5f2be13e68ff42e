/** What is promised about reading VERIS. */
@NullMarked
package org.parley.formats.veris;

import org.jspecify.annotations.NullMarked;
