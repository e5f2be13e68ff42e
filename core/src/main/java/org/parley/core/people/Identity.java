package org.parley.core.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Who an account's owner is at an identity provider. It opens the account and nothing else: what
/// the provider says of roles or names is not kept.
///
/// @param issuer the provider, by the address that stands in its tokens
/// @param subject the name under which the provider knows the person; no other has it there
/// @param account whose it is
/// @param made when its owner linked it
/// @param used when it was last used to sign in
public record Identity(
    String issuer, String subject, UUID account, Instant made, Optional<Instant> used) {

  /// The longest subject that a provider may give (OpenID Connect Core 1.0, section 2).
  public static final int LONGEST_SUBJECT = 255;

  public Identity used(Instant at) {
    return new Identity(issuer, subject, account, made, Optional.of(at));
  }
}
