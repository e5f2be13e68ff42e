package org.parley.duties.port;

import java.util.List;
import java.util.Optional;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;

/// Streams of events, each only ever added to: a conversation's, a party's directory entries', a
/// roster's.
public interface Histories {

  List<Octets> events(Realm realm, String stream);

  /// How many events a stream has.
  int length(Realm realm, String stream);

  Optional<Octets> last(Realm realm, String stream);

  /// Adds an event behind the `after` that are there.
  ///
  /// @throws IllegalStateException where the stream has another length: a defect of the caller
  void append(Realm realm, String stream, int after, Octets event);

  /// The names of all streams that begin so, in the order of their first event.
  List<String> streams(Realm realm, String prefix);
}
