package org.parley.seal.proof;

import java.util.List;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.SigningCertificates;
import org.parley.core.journal.NoteKey;
import org.parley.core.journal.SignedNote;
import org.parley.core.terms.Octets;

/// One of the two parties of an exchange, and what its log says.
///
/// @param log empty where the party did not give it; then its documents have no places either
/// @param directory the party's own entry that names certificates and log key, if at hand
public record Side(
    NodeId node,
    SigningCertificates certificates,
    Optional<LogHead> log,
    Optional<LoggedDocument> directory) {

  /// A log as it stood.
  ///
  /// @param checkpoint signed by the log, and by witnesses below
  /// @param stamps over the checkpoint's text
  public record LogHead(NoteKey key, SignedNote checkpoint, List<Stamp> stamps) {
    public LogHead {
      stamps = List.copyOf(stamps);
    }
  }

  /// A time-stamp token.
  ///
  /// @param token after RFC 3161, in DER
  /// @param authority the certificate that it is checked with, in DER
  public record Stamp(Octets token, Octets authority) {}
}
