package org.parley.duties.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.core.directory.NodeId;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Party;
import org.parley.duties.port.SealContract;

class TwinSealTest extends SealContract {

  private final TwinKeys keys = new TwinKeys(1);

  @Override
  protected Node node(String name) {
    TwinSeal seal = keys.join(new NodeId(new Party("XA"), name));
    return new Node(seal, seal.ring());
  }

  @Test
  void theSameSeedAndCallsGiveTheSameBytesAndAnotherSeedOthers() {
    assertThat(run(7)).isEqualTo(run(7)).isNotEqualTo(run(8));
  }

  private static List<Octets> run(long seed) {
    TwinSeal seal = new TwinKeys(seed).join(new NodeId(new Party("XB"), "csirt"));
    Octets signed = seal.sign(CONTENT);
    return List.of(
        signed, seal.seal(signed, List.of(seal.ring().create("2026-W48", MONDAY, NEXT))));
  }
}
