package org.parley.couriers.https;

import java.time.Duration;

/// How long a courier waits.
///
/// @param connect for the connection and the handshake
/// @param whole for everything, from the first octet sent to the last octet of the answer
public record Patience(Duration connect, Duration whole) {

  public static final Patience USUAL = new Patience(Duration.ofSeconds(10), Duration.ofSeconds(60));
}
