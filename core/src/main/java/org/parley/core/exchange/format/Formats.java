package org.parley.core.exchange.format;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.core.exchange.FormatId;

/// The formats that this node knows, each in all its editions.
///
/// The newest edition of a format and the one before it can be sent; any that is known can be read.
public final class Formats {

  private final SortedMap<FormatId, Format> byId = new TreeMap<>();

  private Formats() {}

  public static Formats of(Collection<Format> formats) {
    Formats all = new Formats();
    formats.forEach(format -> all.byId.put(format.id(), format));
    return all;
  }

  public Optional<Format> find(FormatId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// The newest edition of a format.
  public Optional<Format> current(int number) {
    return byId.values().stream()
        .filter(format -> format.id().number() == number)
        .reduce((_, newer) -> newer);
  }

  /// Whether the edition is the newest or the one before it.
  public boolean canBeSent(FormatId id) {
    List<FormatId> editions =
        byId.keySet().stream().filter(each -> each.number() == id.number()).toList();
    int place = editions.indexOf(id);
    return place >= 0 && place >= editions.size() - 2;
  }

  /// All editions, by number and edition.
  public List<Format> all() {
    return List.copyOf(byId.values());
  }

  /// The newest edition of each format.
  public List<Format> newest() {
    return byId.values().stream()
        .filter(format -> current(format.id().number()).filter(format::equals).isPresent())
        .toList();
  }
}
