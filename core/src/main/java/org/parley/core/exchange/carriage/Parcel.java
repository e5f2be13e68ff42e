package org.parley.core.exchange.carriage;

import org.parley.core.terms.Octets;

/// What is sealed to one destination and carried: a signed slip and the signed thing it covers.
///
/// @param slip the signed bytes of a [Slip]
/// @param enclosed the signed bytes of what the slip names
public record Parcel(Octets slip, Octets enclosed) {}
