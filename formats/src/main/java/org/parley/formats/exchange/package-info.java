/// Statements, slips, receipts and parcels as exact bytes, and the events of conversations as bytes
/// for the books.
@NullMarked
package org.parley.formats.exchange;

import org.jspecify.annotations.NullMarked;
