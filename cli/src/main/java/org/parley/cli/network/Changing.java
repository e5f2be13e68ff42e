package org.parley.cli.network;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.roster.RosterChange;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;
import org.parley.duties.directory.RosterBook;
import org.parley.duties.network.KeepRoster;
import org.parley.exchange.Membership;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What changes a network that is there: links of its roster, proposed and signed.
final class Changing {

  private Changing() {}

  /// A change that asks for a document.
  abstract static class Link extends Deed<KeepRoster.Proposed> {

    @Option(
        names = "--reference",
        paramLabel = "TEXT",
        description = "Document and number by which it is asked for. All nodes see it.")
    private String reference = "";

    String reference() {
      return reference;
    }

    @Override
    String done(KeepRoster.Proposed link) {
      return settled(link);
    }
  }

  @Command(
      name = "register",
      description = {
        "Registers a node by the keys that its card here has; only for who registers.",
        "Who is in the charter is in at once; anybody else waits for a second party's signature."
      },
      mixinStandardHelpOptions = true)
  static final class Register extends Link {

    @Parameters(paramLabel = "NODE", description = "Such as XC/csirt.")
    private String node = "";

    @Override
    Checked<KeepRoster.Proposed> act(Membership membership, Realm realm, Instant now) {
      return membership.keeping().register(realm, node(node), reference(), now);
    }
  }

  @Command(
      name = "remove",
      description = {
        "Proposes that a node is removed, and signs that for this one.",
        "It is out when a member of another party has signed too; nothing is sealed to it then."
      },
      mixinStandardHelpOptions = true)
  static final class Remove extends Link {

    @Parameters(paramLabel = "NODE", description = "Such as XC/csirt.")
    private String node = "";

    @Override
    Checked<KeepRoster.Proposed> act(Membership membership, Realm realm, Instant now) {
      return membership
          .keeping()
          .propose(realm, new RosterChange.Remove(node(node)), reference(), now);
    }
  }

  @Command(
      name = "amend",
      description = {
        "Proposes another charter, and signs it for this node.",
        "It names all who have a say now, and is in force once as many parties have signed as the"
            + " present one asks for."
      },
      mixinStandardHelpOptions = true)
  static final class Amend extends Link {

    @Option(
        names = "--registrar",
        paramLabel = "NODE",
        description = "Who registers from then on; may come more than once. Default: as now.")
    private List<String> registrars = List.of();

    @Option(
        names = "--signatures",
        paramLabel = "N",
        description = "How many parties must sign the next change. Default: as now.")
    private Optional<Integer> signatures = Optional.empty();

    @Option(
        names = "--witnesses",
        paramLabel = "N",
        description =
            "How many other nodes must have seen a log's checkpoint before a proof relies on it."
                + " Default: as now.")
    private Optional<Integer> witnesses = Optional.empty();

    @Override
    Checked<KeepRoster.Proposed> act(Membership membership, Realm realm, Instant now) {
      Set<NodeId> named = new HashSet<>();
      registrars.forEach(each -> named.add(node(each)));
      Optional<KeepRoster.Terms> before =
          membership.network(realm).map(network -> KeepRoster.Terms.of(network.charter()));
      KeepRoster.Terms terms =
          new KeepRoster.Terms(
              named.isEmpty() ? before.map(KeepRoster.Terms::registrars).orElse(Set.of()) : named,
              signatures.or(() -> before.map(KeepRoster.Terms::signatures)).orElse(0),
              witnesses.or(() -> before.map(KeepRoster.Terms::witnesses)).orElse(0));
      return membership.keeping().amend(realm, terms, reference(), now);
    }
  }

  /// What is done with a link that waits.
  abstract static class Waiting<T> extends Deed<T> {

    @Parameters(paramLabel = "LINK", description = "The first digits of its digest.")
    private String beginning = "";

    Checked<Digest> link(Membership membership, Realm realm) {
      List<Digest> found =
          membership.waiting(realm).stream()
              .map(RosterBook.Link::digest)
              .filter(digest -> digest.hex().startsWith(beginning))
              .toList();
      return found.size() == 1
          ? new Checked.Sound<>(found.getFirst(), List.of())
          : new Checked.Refused<>(
              List.of(
                  new Issue(
                      IssueCode.ROSTER_CONTRADICTS,
                      Place.of("roster"),
                      found.isEmpty()
                          ? "no link that waits here begins with " + beginning
                          : found.size() + " links begin with " + beginning,
                      Optional.of("see what waits: parley network show"))));
    }
  }

  @Command(
      name = "sign",
      description = {
        "Puts this node's signature under a link that waits for it; all nodes see it.",
        "Compare the fingerprint it names with its State first, on another way."
      },
      mixinStandardHelpOptions = true)
  static final class Sign extends Waiting<KeepRoster.Proposed> {

    @Override
    Checked<KeepRoster.Proposed> act(Membership membership, Realm realm, Instant now) {
      return link(membership, realm)
          .then(digest -> membership.keeping().cosign(realm, digest, now));
    }

    @Override
    String done(KeepRoster.Proposed link) {
      return "Signed. " + settled(link);
    }
  }

  @Command(
      name = "set-aside",
      description = "Sets a link aside that waits here; who else has it may still sign it.",
      mixinStandardHelpOptions = true)
  static final class SetAside extends Waiting<Digest> {

    @Override
    Checked<Digest> act(Membership membership, Realm realm, Instant now) {
      Checked<Digest> link = link(membership, realm);
      if (link instanceof Checked.Sound<Digest>(Digest digest, _)) {
        membership.keeping().setAside(realm, digest);
      }
      return link;
    }

    @Override
    String done(Digest link) {
      return link.brief() + " is set aside; this node does not add it.";
    }
  }
}
