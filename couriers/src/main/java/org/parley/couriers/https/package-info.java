/// Straight from node to node: HTTPS with TLS 1.3, certificates on both sides, each accepted
/// because the directory names exactly it.
@NullMarked
package org.parley.couriers.https;

import org.jspecify.annotations.NullMarked;
