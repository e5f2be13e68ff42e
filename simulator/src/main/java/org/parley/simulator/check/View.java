package org.parley.simulator.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.core.directory.NodeId;
import org.parley.core.exchange.ledger.Conversation;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.journal.JournalEntry;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.record.Ledger;
import org.parley.simulator.node.Member;
import org.parley.simulator.work.Author;

/// What one node holds after a run, read once.
///
/// @param dossiers by realm and statement
/// @param entries of the journal, in order
record View(
    Member member,
    Map<Realm, List<Conversation>> conversations,
    Map<Realm, Map<Digest, Dossier>> dossiers,
    List<Octets> log,
    List<JournalEntry> entries) {

  static View of(Member member) {
    return member.inspect(book -> read(member, book));
  }

  private static View read(Member member, Book book) {
    Map<Realm, List<Conversation>> conversations = new LinkedHashMap<>();
    Map<Realm, Map<Digest, Dossier>> dossiers = new LinkedHashMap<>();
    for (Realm realm : Author.realms()) {
      Ledger ledger = new Ledger(book, member.seat(), realm);
      List<Conversation> all = ledger.all().stream().map(id -> ledger.open(id).state()).toList();
      Map<Digest, Dossier> found = new LinkedHashMap<>();
      all.forEach(conversation -> found.putAll(conversation.dossiers()));
      conversations.put(realm, all);
      dossiers.put(realm, found);
    }
    List<Octets> log = new ArrayList<>();
    List<JournalEntry> entries = new ArrayList<>();
    for (long index = 0; index < book.log().size(); index++) {
      log.add(book.log().entry(index));
      entries.add(JournalEntry.read(log.getLast()).orThrow());
    }
    return new View(member, conversations, dossiers, log, entries);
  }

  NodeId node() {
    return member.node();
  }

  Optional<Dossier> find(Realm realm, Digest statement) {
    return Optional.ofNullable(dossiers.getOrDefault(realm, Map.of()).get(statement));
  }
}
