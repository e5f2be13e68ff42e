package org.parley.duties.port;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;

/// What programs were answered, kept for a while in the same books as their deeds, so that a
/// request that is sent again is one deed and has one answer.
public interface Replies {

  Optional<Reply> find(Realm realm, UUID token, Digest key);

  /// Keeps a reply.
  ///
  /// @throws IllegalStateException where the token has one under this key: a defect of the caller
  void keep(Reply reply);

  /// Forgets those that were kept before.
  void forgetBefore(Instant time);

  /// A reply.
  ///
  /// @param token the access token that asked
  /// @param key the digest of the key that the program gave to its request
  /// @param request the digest of all that was asked
  record Reply(Realm realm, UUID token, Digest key, Digest request, Instant at, Octets answer) {}
}
