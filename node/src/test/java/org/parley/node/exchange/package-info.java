/// The page of the exchange, over HTTP.
@org.jspecify.annotations.NullMarked
package org.parley.node.exchange;
