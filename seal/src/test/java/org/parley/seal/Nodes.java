package org.parley.seal;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Party;

/// Identities for all tests of this room: making one takes longer than most tests.
public final class Nodes {

  public static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  public static final Instant UNTIL = Instant.parse("2036-01-01T00:00:00Z");

  private static final Map<String, IdentityKeys> MADE = new ConcurrentHashMap<>();

  private Nodes() {}

  public static IdentityKeys identity(String name) {
    return MADE.computeIfAbsent(
        name, _ -> new IdentityMaker(new NodeId(new Party("XA"), name), FROM, UNTIL).software());
  }
}
