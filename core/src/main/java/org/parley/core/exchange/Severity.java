package org.parley.core.exchange;

import java.util.List;
import java.util.Optional;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.ScaleId;

/// How grave the sender holds an incident to be: what it states, and beside it what the receiver
/// can compute again from facts that were released.
///
/// @param stated the sender's own words
/// @param basis the part that can be computed again
/// @param salt 16 unguessable bytes, as for an item
public record Severity(Optional<Stated> stated, Optional<Basis> basis, Octets salt) {

  /// The most facts that one basis can have.
  public static final int MOST_FACTS = 500;

  public Severity {
    if (stated.isEmpty() && basis.isEmpty()) {
      throw new IllegalArgumentException("a severity block says something");
    }
    if (salt.size() != Item.SALT_BYTES) {
      throw new IllegalArgumentException("a salt has 16 bytes");
    }
  }

  /// @param edition of the scale
  /// @param level by its name on that scale
  /// @param type the incident type, from a list such as RSIT, as `rsit:availability/ddos`
  public record Stated(ScaleId scale, String edition, String level, Optional<String> type) {}

  /// @param edition the exact edition, with the digest of its bytes
  /// @param facts what is released, each as `key: value` in the notation of incident files
  /// @param possible the grades that the sender finds possible on these facts alone
  public record Basis(Edition edition, List<String> facts, List<String> possible) {
    public Basis {
      facts = List.copyOf(facts);
      possible = List.copyOf(possible);
      if (facts.size() > MOST_FACTS || possible.size() > MOST_FACTS) {
        throw new IllegalArgumentException("too many facts or grades");
      }
    }
  }

  public record Edition(ScaleId scale, String edition, Digest digest) {}
}
