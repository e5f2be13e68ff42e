package org.parley.desk.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.parley.core.handling.Ceiling;
import org.parley.core.terms.Realm;

/// What a node is told about itself before it starts.
///
/// @param data the folder of its files
/// @param door where it listens
/// @param storage where its books lie
/// @param realm whether it works on the world or on an exercise
/// @param zone the zone shown beside UTC to those who chose none
/// @param entrance how people come in and how long they stay
/// @param ceiling how strictly marked information the node may hold: what it was accredited for
public record Settings(
    Path data,
    Door door,
    Storage storage,
    Realm realm,
    ZoneId zone,
    Entrance entrance,
    Ceiling ceiling) {

  /// @param port 0 takes any free one
  /// @param shown the address that browsers use, where it is another than that of the socket
  public record Door(String address, int port, Optional<URI> shown) {

    /// The socket's address as it stands in links.
    public String host() {
      return address.indexOf(':') < 0 ? address : "[" + address + "]";
    }

    /// Whether browsers come by https, so that cookies may say they need it.
    public boolean secure() {
      return shown.map(URI::getScheme).filter("https"::equals).isPresent();
    }
  }

  /// @param books the JDBC URL of the books
  /// @param people the JDBC URL of accounts and sessions
  /// @param relay the folder of the relay that this party runs on the same machine, to show what
  ///   waits there; empty where it runs none
  public record Storage(String books, String people, Optional<Path> relay) {}

  /// @param idle after how long without a request somebody is signed out
  /// @param provider who vouches for people, beside passkeys and passwords; empty where nobody does
  public record Entrance(Duration idle, Optional<Provider> provider) {}

  public Duration sessionIdle() {
    return entrance.idle();
  }

  public boolean exercise() {
    return switch (realm) {
      case Realm.Real() -> false;
      case Realm.Exercise(_) -> true;
    };
  }
}
