package org.parley.node.network;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.core.directory.Arrival;
import org.parley.core.directory.Fingerprints;
import org.parley.core.directory.KeyHealth;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.NodeRecord;
import org.parley.core.directory.SealingKeys;
import org.parley.core.directory.Standing;
import org.parley.core.directory.roster.Charter;
import org.parley.core.directory.roster.Roster;
import org.parley.core.directory.roster.RosterChange;
import org.parley.core.directory.roster.RosterEntry;
import org.parley.core.directory.roster.Undersigned;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Party;
import org.parley.desk.voice.Words;
import org.parley.duties.directory.RosterBook;
import org.parley.exchange.Membership;
import org.parley.node.web.Visit;

/// What the pages of the network show.
public record NetworkPage(Visit visit, Optional<NetworkView> view) {

  /// A charter in force or drawn up.
  ///
  /// @param fingerprint of the first charter, by which people know the network, as it is read out
  /// @param signed the parties that have signed it
  public record CharterView(
      Charter charter, String fingerprint, boolean inForce, Set<Party> signed) {

    /// The nodes that it names, by name.
    public List<NodeId> named() {
      return charter.roots().keySet().stream().sorted().toList();
    }

    public boolean isFirst() {
      return charter.heading().number() == 1;
    }
  }

  /// A link of the roster, or one that waits for signatures.
  public record LinkView(RosterEntry entry, Digest digest, Undersigned paper) {

    static LinkView of(RosterBook.Link link) {
      return new LinkView(link.entry(), link.digest(), link.paper());
    }

    /// The charter that it puts in force; empty where it changes one node.
    public Optional<Charter> amends() {
      return entry.change() instanceof RosterChange.Amend(Charter charter, _)
          ? Optional.of(charter)
          : Optional.empty();
    }

    /// The fingerprint that it names, as it is read out; empty where it names none.
    public String fingerprint() {
      return switch (entry.change()) {
        case RosterChange.Add(_, _, Digest certificates) -> Fingerprints.spoken(certificates);
        case RosterChange.Rekey(_, Digest certificates) -> Fingerprints.spoken(certificates);
        case RosterChange.Remove _, RosterChange.ChangeRole _, RosterChange.Amend _ -> "";
      };
    }

    public List<NodeId> signers() {
      return paper.claimed().stream().sorted().toList();
    }
  }

  /// A node of the directory.
  ///
  /// @param until when the last of its sealing keys ends; empty where it has none
  /// @param came how it came to be believed here; empty where that was not written down yet
  public record EntryView(
      NodeRecord node,
      Standing standing,
      KeyHealth health,
      Optional<Instant> until,
      Optional<Arrival> came,
      Rank rank) {

    public Party party() {
      return node.node().party();
    }

    public String fingerprint() {
      return Fingerprints.spoken(node.signing().fingerprint());
    }
  }

  /// Where a node stands in the network.
  public enum Rank {
    /// Registers others, by the charter.
    REGISTRAR,
    REGISTERED,
    /// In the charter and not registered yet.
    FOUNDING,
    /// Known by its card alone.
    BESIDE,
    OUT;

    static Rank of(Optional<RosterBook.Network> network, NodeId node) {
      if (network.isEmpty()) {
        return BESIDE;
      }
      Roster roster = network.get().roster();
      if (roster.member(node).isPresent()) {
        return REGISTERED;
      }
      if (roster.certificates(node).isPresent() && roster.charter().registrars().contains(node)) {
        return REGISTRAR;
      }
      return roster.isOut(node) ? OUT : roster.vouched(node).isPresent() ? FOUNDING : BESIDE;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public List<EntryView> entries() {
    return view.map(NetworkView::entries).orElse(List.of());
  }

  public List<LinkView> waiting() {
    return view.map(NetworkView::waiting).orElse(List.of());
  }

  /// The links of the roster, the newest first.
  public List<LinkView> links() {
    return view.map(NetworkView::links).orElse(List.of());
  }

  public List<Membership.Held> held() {
    return view.map(NetworkView::held).orElse(List.of());
  }

  public List<ForkView> forks() {
    return view.map(NetworkView::forks).orElse(List.of());
  }

  public Optional<CharterView> charter() {
    return view.flatMap(NetworkView::charter);
  }

  public boolean isInForce() {
    return charter().filter(CharterView::inForce).isPresent();
  }

  /// Whether this node registers in the network.
  public boolean registers() {
    return view.filter(NetworkView::registers).isPresent();
  }

  /// Nodes that may be registered: those of the directory that are not in.
  public List<NodeId> strangers() {
    return entries().stream()
        .filter(each -> each.rank() != Rank.REGISTERED && each.rank() != Rank.REGISTRAR)
        .map(each -> each.node().node())
        .filter(node -> !isOurs(node))
        .toList();
  }

  /// Nodes that have a say, ours too.
  public List<NodeId> speakers() {
    return entries().stream()
        .filter(each -> each.rank() != Rank.BESIDE && each.rank() != Rank.OUT)
        .map(each -> each.node().node())
        .sorted()
        .toList();
  }

  /// Nodes of other parties that may be removed.
  public List<NodeId> members() {
    return entries().stream()
        .filter(each -> each.rank() != Rank.BESIDE && each.rank() != Rank.OUT)
        .map(each -> each.node().node())
        .filter(node -> !isOurs(node))
        .toList();
  }

  /// Nodes of other parties in the directory.
  public List<NodeId> others() {
    return entries().stream()
        .map(each -> each.node().node())
        .filter(node -> !isOurs(node))
        .sorted(Comparator.naturalOrder())
        .toList();
  }

  public boolean isOurs(NodeId node) {
    return view.filter(each -> each.self().equals(node)).isPresent();
  }

  /// Whether this node's signature is under it.
  public boolean isSignedHere(LinkView link) {
    return view.filter(each -> link.paper().claimed().contains(each.self())).isPresent();
  }

  /// What a link does.
  public String what(LinkView link) {
    Words words = visit.words();
    return switch (link.entry().change()) {
      case RosterChange.Add(NodeId node, _, _) -> words.say("page.network.change.add", name(node));
      case RosterChange.Remove(NodeId node) -> words.say("page.network.change.remove", name(node));
      case RosterChange.ChangeRole(NodeId node, _) ->
          words.say("page.network.change.role", name(node));
      case RosterChange.Rekey(NodeId node, _) -> words.say("page.network.change.rekey", name(node));
      case RosterChange.Amend(Charter charter, _) ->
          words.say("page.network.change.amend", charter.heading().number());
    };
  }

  public List<NodeId> sorted(Set<NodeId> nodes) {
    return nodes.stream().sorted().toList();
  }

  /// A node with its party's name.
  public String name(NodeId node) {
    return name(node.party()) + " · " + node;
  }

  /// Nodes one after the other, each with its party's name.
  public String names(List<NodeId> nodes) {
    return nodes.stream().map(this::name).collect(Collectors.joining("; "));
  }

  public String name(Party party) {
    return party.isState()
        ? visit.shelf().states().of(party)
        : party.code().equals("secretariat")
            ? visit.words().say("page.office.secretariat")
            : party.code();
  }

  /// The fingerprint under which a party is known here, as it is read out; empty where it is not.
  public String known(Party party) {
    return entries().stream()
        .filter(each -> each.party().equals(party))
        .map(EntryView::fingerprint)
        .findFirst()
        .orElse("");
  }

  /// The fingerprint that a held entry claims, as it is read out.
  public String claimed(Membership.Held held) {
    return held.entry().nodes().stream()
        .map(node -> Fingerprints.spoken(node.signing().fingerprint()))
        .findFirst()
        .orElse("");
  }

  static Optional<Instant> until(NodeRecord node) {
    return node.sealing().stream().map(SealingKeys::until).max(Comparator.naturalOrder());
  }
}
