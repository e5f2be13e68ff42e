package org.parley.duties.twin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.parley.core.casefile.deed.CaseId;
import org.parley.core.directory.NodeId;
import org.parley.core.exchange.ConversationId;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Octets;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Cases.Line;
import org.parley.duties.port.Inbox.Received;
import org.parley.duties.port.Outbox.Waiting;
import org.parley.duties.port.Replies;
import org.parley.duties.port.messages.Conversations;
import org.parley.duties.port.messages.Drafts;

/// All that books in memory hold: maps and lists of values that never change themselves.
final class Shelves {

  final Map<Digest, Octets> documents;
  final Map<Digest, Boolean> erased;
  final Map<Stream, List<Octets>> streams;
  final List<Octets> entries;
  final Map<Place, Digest> nodes;
  final TreeMap<Long, Waiting> waiting;
  final Map<Digest, Long> waitingNumbers;
  final Map<Digest, Received> byParcel;
  final Map<Digest, Received> bySlip;
  final Map<Link, TreeMap<Long, Digest>> sent;
  final Map<Link, TreeMap<Long, Digest>> received;
  final Map<Link, TreeMap<Long, Long>> gaps;
  final Map<File, List<Line>> lines;
  final Map<Talk, List<Conversations.Line>> talks;
  final Map<UUID, Drafts.Draft> drafts;
  final Map<Asked, Replies.Reply> replies;

  /// Empty shelves.
  Shelves() {
    documents = new HashMap<>();
    erased = new HashMap<>();
    streams = new LinkedHashMap<>();
    entries = new ArrayList<>();
    nodes = new HashMap<>();
    waiting = new TreeMap<>();
    waitingNumbers = new HashMap<>();
    byParcel = new HashMap<>();
    bySlip = new HashMap<>();
    sent = new HashMap<>();
    received = new HashMap<>();
    gaps = new HashMap<>();
    lines = new HashMap<>();
    talks = new HashMap<>();
    drafts = new HashMap<>();
    replies = new HashMap<>();
  }

  /// A copy that later changes do not reach.
  Shelves(Shelves other) {
    documents = new HashMap<>(other.documents);
    erased = new HashMap<>(other.erased);
    streams = copyOf(other.streams, ArrayList::new);
    entries = new ArrayList<>(other.entries);
    nodes = new HashMap<>(other.nodes);
    waiting = new TreeMap<>(other.waiting);
    waitingNumbers = new HashMap<>(other.waitingNumbers);
    byParcel = new HashMap<>(other.byParcel);
    bySlip = new HashMap<>(other.bySlip);
    sent = copyOf(other.sent, TreeMap::new);
    received = copyOf(other.received, TreeMap::new);
    gaps = copyOf(other.gaps, TreeMap::new);
    lines = new HashMap<>(other.lines);
    talks = new HashMap<>(other.talks);
    drafts = new HashMap<>(other.drafts);
    replies = new HashMap<>(other.replies);
  }

  private static <K, V> Map<K, V> copyOf(Map<K, V> map, UnaryOperator<V> copy) {
    Map<K, V> copied = new LinkedHashMap<>();
    map.forEach((key, value) -> copied.put(key, copy.apply(value)));
    return copied;
  }

  record Stream(Realm realm, String name) {}

  record Place(int level, long index) {}

  record Link(Realm realm, NodeId node) {}

  record File(Realm realm, CaseId id) {}

  record Asked(Realm realm, UUID token, Digest key) {}

  record Talk(Realm realm, ConversationId id) {}
}
