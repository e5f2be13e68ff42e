/// Statements as plain numbered text, for telegram, fax, network station and paper, and back
/// without loss.
@NullMarked
package org.parley.formats.exchange.plain;

import org.jspecify.annotations.NullMarked;
