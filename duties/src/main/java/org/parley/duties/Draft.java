package org.parley.duties;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Attachment;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Severity;
import org.parley.core.exchange.Statement;
import org.parley.core.exchange.Ties;
import org.parley.core.handling.Marking;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;

/// A statement as its author has it before the node gives it number, time and salts.
///
/// @param subject which format, in which conversation and realm
/// @param addresses from which office to which
public record Draft(
    Subject subject,
    Addresses addresses,
    Heading.Languages languages,
    Ties ties,
    Marking marking,
    List<ItemDraft> items,
    Rest rest) {

  public Draft {
    items = List.copyOf(items);
  }

  /// The same with these files.
  public Draft with(List<File> files) {
    return new Draft(
        subject, addresses, languages, ties, marking, items, new Rest(rest.severity(), files));
  }

  /// @param conversation empty begins a new one
  public record Subject(FormatId format, Optional<ConversationId> conversation, Realm realm) {}

  public record Addresses(OfficeId from, List<OfficeId> to, List<OfficeId> copy) {
    public Addresses {
      to = List.copyOf(to);
      copy = List.copyOf(copy);
    }
  }

  /// @param files what goes with it
  public record Rest(Optional<Severity> severity, List<File> files) {

    public static final Rest NONE = new Rest(Optional.empty(), List.of());

    public Rest {
      files = List.copyOf(files);
    }

    Statement.Rest named() {
      return new Statement.Rest(severity, files.stream().map(File::named).toList(), List.of());
    }
  }

  /// @param name a plain file name, see [Attachment#isName]
  public record File(String name, Octets bytes) {
    public Attachment named() {
      return new Attachment(name, bytes.size(), bytes.digest());
    }
  }

  /// An item without its salt.
  ///
  /// @param translations by language
  public record ItemDraft(
      int number, Item.Said said, SortedMap<String, List<String>> translations) {

    public static ItemDraft of(int number, Item.Said said) {
      return new ItemDraft(number, said, new TreeMap<>());
    }
  }
}
