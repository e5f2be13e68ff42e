package org.parley.seal;

import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.SealingKeys;
import org.parley.core.terms.Octets;
import org.parley.duties.port.KeyRing;

/// The periods' keys, each kept by a [PeriodStore] before it is first used. May be used by several
/// threads.
public final class SoftwareKeyRing implements KeyRing {

  private final PeriodStore store;
  private final List<SealingPair> pairs = new ArrayList<>();

  private SoftwareKeyRing(PeriodStore store) {
    this.store = store;
    pairs.addAll(store.all());
    sort();
  }

  /// Keys that end with the process: for tests and measurements.
  public static SoftwareKeyRing inMemory() {
    return new SoftwareKeyRing(PeriodStore.NOWHERE);
  }

  public static SoftwareKeyRing over(PeriodStore store) {
    return new SoftwareKeyRing(store);
  }

  @Override
  public synchronized SealingKeys create(String period, Instant from, Instant until) {
    Optional<SealingPair> made = find(period);
    if (made.isPresent()) {
      return made.get().known();
    }
    KeyPair ecdh = Crypto.newP256();
    KeyPair mlKem = Crypto.newMlKem();
    SealingKeys known =
        new SealingKeys(
            period,
            Octets.of(ecdh.getPublic().getEncoded()),
            Octets.of(mlKem.getPublic().getEncoded()),
            from,
            until);
    SealingPair pair = new SealingPair(known, ecdh.getPrivate(), mlKem.getPrivate());
    store.keep(pair);
    pairs.add(pair);
    sort();
    return known;
  }

  @Override
  public synchronized List<SealingKeys> held() {
    return pairs.stream().map(SealingPair::known).toList();
  }

  @Override
  public synchronized void destroy(String period) {
    store.destroy(period);
    pairs.removeIf(pair -> pair.known().period().equals(period));
  }

  public synchronized List<SealingPair> pairs() {
    return List.copyOf(pairs);
  }

  private Optional<SealingPair> find(String period) {
    return pairs.stream().filter(pair -> pair.known().period().equals(period)).findFirst();
  }

  private void sort() {
    pairs.sort(Comparator.comparing(pair -> pair.known().from()));
  }
}
