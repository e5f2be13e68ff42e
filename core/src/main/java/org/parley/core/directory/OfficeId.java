package org.parley.core.directory;

import java.util.Optional;
import org.parley.core.terms.Party;

/// An office of a party, such as `XA/technical`: an office, never a person.
public record OfficeId(Party party, OfficeKind kind) implements Comparable<OfficeId> {

  /// Reads `PARTY/kind`; empty where the text has another form.
  public static Optional<OfficeId> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    return Party.parse(text.substring(0, slash))
        .flatMap(party ->
            OfficeKind.parse(text.substring(slash + 1)).map(kind -> new OfficeId(party, kind)));
  }

  @Override
  public int compareTo(OfficeId other) {
    int parties = party.compareTo(other.party);
    return parties != 0 ? parties : kind.compareTo(other.kind);
  }

  @Override
  public String toString() {
    return party + "/" + kind.word();
  }
}
