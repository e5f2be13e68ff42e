package org.parley.core.exchange.carriage;

import org.parley.core.exchange.Attachment;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;

/// The bytes of a file, and the statement that names it. A node signs this and never the bare
/// bytes: a file could else be made to look like a document of the exchange that the node has
/// signed.
///
/// @param statement digest of the statement's exact bytes
/// @param bytes at most [Attachment#LARGEST], and at least one
public record Attached(Digest statement, Octets bytes) {

  public Attached {
    if (bytes.size() < 1 || bytes.size() > Attachment.LARGEST) {
      throw new IllegalArgumentException("a file has one to " + Attachment.LARGEST + " bytes");
    }
  }
}
