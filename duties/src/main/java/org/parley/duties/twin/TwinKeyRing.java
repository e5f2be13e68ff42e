package org.parley.duties.twin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.parley.core.directory.SealingKeys;
import org.parley.duties.port.KeyRing;

/// A ring of twin keys.
final class TwinKeyRing implements KeyRing {

  private final TwinKeys keys;
  private final String whose;
  private final List<SealingKeys> held = new ArrayList<>();

  /// How many pairs were made: a period made again after its destruction gets other keys.
  private int made;

  TwinKeyRing(TwinKeys keys, String whose) {
    this.keys = keys;
    this.whose = whose;
  }

  @Override
  public SealingKeys create(String period, Instant from, Instant until) {
    for (SealingKeys there : held) {
      if (there.period().equals(period)) {
        return there;
      }
    }
    String name = whose + " " + period + " " + ++made;
    SealingKeys created =
        new SealingKeys(
            period,
            keys.published("sealing key ECDH", name),
            keys.published("sealing key ML-KEM", name),
            from,
            until);
    held.add(created);
    held.sort(Comparator.comparing(SealingKeys::from));
    return created;
  }

  @Override
  public List<SealingKeys> held() {
    return List.copyOf(held);
  }

  @Override
  public void destroy(String period) {
    held.removeIf(keys -> keys.period().equals(period));
  }
}
