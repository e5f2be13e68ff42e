package org.parley.cli.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.cli.exchange.At;
import org.parley.core.directory.Fingerprints;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.roster.Charter;
import org.parley.core.directory.roster.Roster;
import org.parley.core.directory.roster.RosterChange;
import org.parley.core.terms.Realm;
import org.parley.desk.voice.Page;
import org.parley.duties.directory.RosterBook;
import org.parley.exchange.Membership;
import org.parley.exchange.NodeHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Shows the network of a node: its charter, who is in, what waits and for whom.
@Command(
    name = "show",
    description = "Shows charter, members, what waits for signatures, and what contradicts.",
    mixinStandardHelpOptions = true)
final class ShowNetwork implements Callable<Integer> {

  @Mixin private final Talk talk = new Talk();
  @Mixin private final At at = new At();

  @Override
  public Integer call() {
    return at.run(talk, this::show);
  }

  private int show(NodeHome home) {
    Realm realm = at.realm(talk);
    Membership membership = new Membership(home);
    Page page = talk.page();
    Optional<RosterBook.Network> network = membership.network(realm);
    if (network.isPresent()) {
      RosterBook rosters = home.directory().rosters();
      int forks = home.station().books().look(book -> rosters.forks(book, realm).size());
      if (forks > 0) {
        page.line(
            forks
                + " signed documents contradict what is here. Ask those who signed on another way"
                + " before you rely on changes.");
      }
      charter(page, network.get());
      members(page, network.get().roster());
      waiting(page, membership.waiting(realm));
      links(page, home.station().books().look(book -> rosters.links(book, realm)));
    } else {
      page.line(
          membership.founding().file(realm).isPresent()
              ? "A charter is drawn up and not in force: it waits for a founding node to join."
              : "This node is in no network of realm " + realm.word() + ".");
    }
    held(page, membership.held());
    talk.print(page);
    return ExitStatus.OK;
  }

  private static void charter(Page page, RosterBook.Network network) {
    Charter charter = network.charter();
    page.heading("network " + charter.heading().network());
    page.table(
        2,
        List.of(
            List.of("realm", charter.realm().word()),
            List.of("fingerprint", Fingerprints.spoken(network.roster().founded())),
            List.of("charter", "number " + charter.heading().number()),
            List.of("registers", names(charter.registrars().stream().sorted().toList())),
            List.of(
                "a change of it needs",
                "signatures of " + charter.limits().signatures() + " parties"),
            List.of("a proof asks for", charter.limits().witnesses() + " witnesses")));
  }

  private static void members(Page page, Roster roster) {
    page.heading("who has a say");
    List<List<String>> rows = new ArrayList<>();
    roster.speakers().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(each ->
            rows.add(
                List.of(
                    each.getKey().toString(),
                    roster.member(each.getKey()).isPresent() ? "registered" : "by the charter",
                    Fingerprints.spoken(each.getValue()))));
    page.table(3, rows);
    roster.removals().keySet().stream()
        .sorted()
        .forEach(node -> page.line("  " + node + " is out: nothing is sealed to it"));
  }

  private static void waiting(Page page, List<RosterBook.Link> waiting) {
    if (waiting.isEmpty()) {
      return;
    }
    page.heading("waits for signatures");
    for (RosterBook.Link link : waiting) {
      page.line("  " + link.digest().brief() + "  " + what(link.entry().change()));
      page.line("    signed by " + signers(link));
      fingerprint(link.entry().change()).ifPresent(digits -> page.line("    keys " + digits));
      if (!link.entry().reference().isEmpty()) {
        page.line("    by " + link.entry().reference());
      }
    }
  }

  private static void links(Page page, List<RosterBook.Link> links) {
    if (links.isEmpty()) {
      return;
    }
    page.heading("the roster, link by link");
    page.table(
        4,
        links.stream()
            .map(link ->
                List.of(
                    String.valueOf(link.entry().number()),
                    what(link.entry().change()),
                    signers(link),
                    link.entry().reference()))
            .toList());
  }

  private static void held(Page page, List<Membership.Held> held) {
    if (held.isEmpty()) {
      return;
    }
    page.heading("waits for a telephone call");
    for (Membership.Held each : held) {
      page.line("  an entry of " + each.entry().party() + " that nothing here proves yet:");
      each.entry()
          .nodes()
          .forEach(node ->
              page.line(
                  "  " + node.node() + "  " + Fingerprints.spoken(node.signing().fingerprint())));
    }
  }

  private static String what(RosterChange change) {
    return switch (change) {
      case RosterChange.Add(NodeId node, RosterChange.Role role, _) ->
          node + " joins as " + role.word();
      case RosterChange.Remove(NodeId node) -> node + " is removed";
      case RosterChange.ChangeRole(NodeId node, RosterChange.Role role) ->
          node + " becomes " + role.word();
      case RosterChange.Rekey(NodeId node, _) -> node + " has new keys";
      case RosterChange.Amend(Charter charter, _) ->
          "charter number "
              + charter.heading().number()
              + ": "
              + names(charter.registrars().stream().sorted().toList())
              + " registers, a change needs "
              + charter.limits().signatures()
              + ", a proof "
              + charter.limits().witnesses()
              + " witnesses";
    };
  }

  private static Optional<String> fingerprint(RosterChange change) {
    return switch (change) {
      case RosterChange.Add(_, _, var certificates) ->
          Optional.of(Fingerprints.spoken(certificates));
      case RosterChange.Rekey(_, var certificates) ->
          Optional.of(Fingerprints.spoken(certificates));
      case RosterChange.Remove _, RosterChange.ChangeRole _, RosterChange.Amend _ ->
          Optional.empty();
    };
  }

  private static String signers(RosterBook.Link link) {
    return names(link.paper().claimed().stream().sorted().toList());
  }

  private static String names(List<NodeId> nodes) {
    return nodes.stream().map(NodeId::toString).collect(Collectors.joining(", "));
  }
}
