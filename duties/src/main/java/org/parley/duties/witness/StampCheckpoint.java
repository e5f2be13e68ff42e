package org.parley.duties.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.journal.EntryKind;
import org.parley.core.journal.SignedNote;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.Station;
import org.parley.duties.port.TimeStamps;
import org.parley.duties.port.UnreachableException;
import org.parley.duties.record.Journal;

/// Has our newest checkpoint stamped by authorities outside the network, each once: an upper bound
/// for the time of all that the checkpoint covers, which no party to the exchange has given. They
/// are shown a digest and learn nothing else.
public final class StampCheckpoint {

  private static final Realm REALM = new Realm.Real();

  private final Station station;
  private final List<Authority> authorities;

  public StampCheckpoint(Station station, List<Authority> authorities) {
    this.station = station;
    this.authorities = List.copyOf(authorities);
  }

  /// An authority, and the way to ask it.
  ///
  /// @param certificate in DER; its tokens are checked with it
  public record Authority(Octets certificate, TimeStamps stamps) {}

  /// Asks those that have not stamped the newest checkpoint yet; nothing is asked while the books
  /// are being changed.
  ///
  /// @return why one or another gave no token, for a person; empty if all did or nothing was due
  public Optional<String> run() {
    List<String> without = new ArrayList<>();
    Optional<SignedNote> newest = station.books().look(book -> new Heads(book).last());
    newest.ifPresent(checkpoint ->
        due(checkpoint).forEach(authority -> stamp(checkpoint, authority).ifPresent(without::add)));
    return without.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", without));
  }

  private List<Authority> due(SignedNote checkpoint) {
    List<Octets> have =
        station
            .books()
            .look(book ->
                new Heads(book).stamps(checkpoint).stream().map(Stamped::authority).toList());
    return authorities.stream().filter(each -> !have.contains(each.certificate())).toList();
  }

  private Optional<String> stamp(SignedNote checkpoint, Authority authority) {
    try {
      return switch (authority.stamps().stamp(Stamped.imprint(checkpoint))) {
        case Checked.Refused<Octets>(List<Issue> issues) ->
            Optional.of(issues.getFirst().message());
        case Checked.Sound<Octets>(Octets token, _) -> {
          keep(
              checkpoint, new Stamped(Stamped.imprint(checkpoint), authority.certificate(), token));
          yield Optional.empty();
        }
      };
    } catch (UnreachableException fault) {
      return Optional.of(String.valueOf(fault.getMessage()));
    }
  }

  private void keep(SignedNote checkpoint, Stamped stamped) {
    station
        .books()
        .change(book -> {
          new Heads(book).keepStamp(stamped);
          new Journal(book)
              .add(
                  EntryKind.TIME_STAMP,
                  REALM,
                  station.now(),
                  checkpoint.bytes().digest(),
                  stamped.token().digest());
          return true;
        });
  }
}
