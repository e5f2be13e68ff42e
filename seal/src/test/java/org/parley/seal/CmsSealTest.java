package org.parley.seal;

import org.parley.duties.port.SealContract;

class CmsSealTest extends SealContract {

  @Override
  protected Node node(String name) {
    SoftwareKeyRing ring = SoftwareKeyRing.inMemory();
    return new Node(CmsSeal.with(Nodes.identity(name), ring), ring);
  }
}
