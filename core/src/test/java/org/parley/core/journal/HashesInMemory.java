package org.parley.core.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.core.terms.Digest;

final class HashesInMemory implements HashNodes {

  private final Map<String, Digest> kept = new HashMap<>();

  @Override
  public Optional<Digest> node(int level, long index) {
    return Optional.ofNullable(kept.get(level + "/" + index));
  }

  @Override
  public void keepNode(int level, long index, Digest hash) {
    kept.put(level + "/" + index, hash);
  }
}
