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
/// @param checkpoint signed by the log, and by witnesses below
/// @param directory the party's own entry that names certificates and log key, if at hand
/// @param stamps over the checkpoint's text
public record Side(
    NodeId node,
    SigningCertificates certificates,
    NoteKey logKey,
    SignedNote checkpoint,
    Optional<LoggedDocument> directory,
    List<Stamp> stamps) {

  public Side {
    stamps = List.copyOf(stamps);
  }

  /// A time-stamp token.
  ///
  /// @param token after RFC 3161, in DER
  /// @param authority the certificate that it is checked with, in DER
  public record Stamp(Octets token, Octets authority) {}
}
