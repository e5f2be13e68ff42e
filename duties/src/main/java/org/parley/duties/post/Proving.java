package org.parley.duties.post;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Octets;
import org.parley.duties.port.Book;
import org.parley.duties.port.Seal;

/// Checks what other nodes have signed. A node renews its certificates while documents that it
/// signed before are still on their way, or are asked for again years later: they are checked with
/// what its party had named then.
public record Proving(Seal seal, Counterparts counterparts) {

  /// So long after a renewal a slip of before may still arrive: as long as its sender keeps trying
  /// (`DispatchParcels`). Whoever finds an old key later can put nothing new on the way with it.
  static final Duration ON_ITS_WAY = Duration.ofDays(30);

  /// @param by the certificates whose signature it is
  public record Proven(Octets content, SigningCertificates by) {}

  /// A document that a node has signed, whenever that was. It is believed only where something that
  /// the node signs now names it.
  public Checked<Proven> ever(Book book, Octets signed, Counterpart of) {
    return check(book, signed, of, _ -> true);
  }

  /// What a node signs when it sends: by its present certificates, or just before it renewed them.
  Checked<Proven> sent(Book book, Octets signed, Counterpart of, Instant now) {
    return check(book, signed, of, each -> now.isBefore(each.until().plus(ON_ITS_WAY)));
  }

  private Checked<Proven> check(
      Book book, Octets signed, Counterpart of, Predicate<Counterpart.Earlier> counts) {
    Checked<Octets> present = seal.verify(signed, of.certificates());
    if (present instanceof Checked.Sound<Octets>(Octets content, _)) {
      return new Checked.Sound<>(new Proven(content, of.certificates()), List.of());
    }
    for (Counterpart.Earlier each : counterparts.earlier(book, of.node())) {
      if (counts.test(each)
          && seal.verify(signed, each.certificates())
              instanceof Checked.Sound<Octets>(Octets content, _)) {
        return new Checked.Sound<>(new Proven(content, each.certificates()), List.of());
      }
    }
    return new Checked.Refused<>(present.issues());
  }
}
