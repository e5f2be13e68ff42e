/// A problem with code, place, message and remedy; collecting problems so that all are told at
/// once.
@NullMarked
package org.parley.core.issue;

import org.jspecify.annotations.NullMarked;
