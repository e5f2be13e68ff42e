package org.parley.core.people;

import java.util.Optional;
import org.parley.core.terms.Octets;

/// What an account proves itself with, as far as it is typed.
///
/// @param password the hash of the password, in the form its maker reads
/// @param codes the secret that its changing codes are made from
/// @param lastStep the newest time step whose code was taken; none is taken twice
public record Secrets(Optional<String> password, Optional<Octets> codes, long lastStep) {

  public static final Secrets NONE = new Secrets(Optional.empty(), Optional.empty(), 0);

  /// Whether somebody can sign in by typing: a password alone is not enough.
  public boolean complete() {
    return password.isPresent() && codes.isPresent();
  }

  public Secrets taken(long step) {
    return new Secrets(password, codes, step);
  }

  @Override
  public String toString() {
    return "Secrets[…]";
  }
}
