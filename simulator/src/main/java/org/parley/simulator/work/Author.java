package org.parley.simulator.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.core.directory.NodeId;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.FormatId;
import org.parley.core.exchange.Heading;
import org.parley.core.exchange.Item;
import org.parley.core.exchange.Route;
import org.parley.core.exchange.Ties;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.handling.Marking;
import org.parley.core.handling.Pap;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Realm;
import org.parley.duties.ComposeStatement;
import org.parley.duties.Draft;
import org.parley.simulator.node.Member;
import org.parley.simulator.world.Dice;
import org.parley.simulator.world.Promise;
import org.parley.simulator.world.Said;
import org.parley.simulator.world.Surroundings;

/// Writes random statements that the rules allow, and some that they do not.
public final class Author {

  private static final List<Realm> REALMS =
      List.of(new Realm.Real(), new Realm.Real(), new Realm.Exercise("spring"));

  private final Surroundings world;

  public Author(Surroundings world) {
    this.world = world;
  }

  /// The realms in which anything is said.
  public static List<Realm> realms() {
    return REALMS.stream().distinct().toList();
  }

  /// What a new statement carries on, and how.
  private record Ground(FormatId format, Optional<Said> other, Ties ties) {}

  /// Begins a conversation.
  Optional<Said> begin(Member member) {
    Dice dice = world.dice();
    OfficeId from = dice.pick(offices(member));
    List<OfficeId> others =
        world.directory().offices().stream().filter(office -> !office.equals(from)).toList();
    int most = Math.min(others.size(), dice.happens(0.2) ? others.size() : 4);
    List<OfficeId> to = dice.some(others, dice.between(1, most));
    FormatId format = dice.happens(0.5) ? Forms.NOTICE : Forms.REQUEST;
    Ties ties =
        format.equals(Forms.REQUEST) && dice.happens(0.8)
            ? Ties.NONE.proposing(
                member.station().now().plus(dice.spread(Duration.ofMinutes(5), Duration.ofDays(5))))
            : Ties.NONE;
    return compose(
        member, from, to, new Ground(format, Optional.empty(), ties), marking(), dice.pick(REALMS));
  }

  /// Answers a statement that is for an office here.
  Optional<Said> answer(Member member, Said asked) {
    Dice dice = world.dice();
    List<OfficeId> addressed = offices(member).stream().filter(asked.route()::isFor).toList();
    if (addressed.isEmpty()) {
      return Optional.empty();
    }
    OfficeId from = dice.pick(addressed);
    Ties.Extent extent = dice.pick(List.of(Ties.Extent.values()));
    List<OfficeId> to = new ArrayList<>(List.of(asked.from()));
    asked.route().recipients().stream()
        .filter(each -> !each.equals(from) && dice.happens(0.3))
        .forEach(to::add);
    Ground base =
        new Ground(Forms.ANSWER, Optional.of(asked), Ties.NONE.replyingTo(asked.digest(), extent));
    return compose(member, from, to, base, carriedOn(asked), asked.realm());
  }

  /// Corrects or cancels a statement of our own.
  Optional<Said> succeed(Member member, Said before) {
    Ground base =
        new Ground(Forms.SUCCESSOR, Optional.of(before), Ties.NONE.superseding(before.digest()));
    return compose(
        member,
        before.from(),
        before.route().recipients(),
        base,
        carriedOn(before),
        before.realm());
  }

  private static List<OfficeId> offices(Member member) {
    return member.seat().offices().stream().sorted().toList();
  }

  private Marking marking() {
    Dice dice = world.dice();
    Marking marking = Marking.of(dice.pick(List.of(Tlp.values())));
    return dice.happens(0.3) ? marking.with(Marking.of(Tlp.CLEAR, Pap.AMBER)) : marking;
  }

  /// Mostly as strict as what it carries on; sometimes weaker, which is to be refused.
  private Marking carriedOn(Said other) {
    return world.dice().happens(0.1) ? marking() : other.marking().with(marking());
  }

  private Optional<Said> compose(
      Member member, OfficeId from, List<OfficeId> to, Ground base, Marking marking, Realm realm) {
    String canary = world.notebook().newCanary();
    Draft draft =
        new Draft(
            new Draft.Subject(base.format(), base.other().map(Author::conversation), realm),
            new Draft.Addresses(from, to, List.of()),
            Heading.Languages.only("en"),
            base.ties(),
            marking,
            List.of(
                Draft.ItemDraft.of(
                    Forms.WORDS, new Item.Value(List.of(canary + " " + realm.word()))),
                Draft.ItemDraft.of(2, new Item.Nil())),
            Draft.Rest.NONE);
    Hand by = new Hand(from, "author");
    return member
        .attempt(() -> new ComposeStatement(member.station()).run(draft, by))
        .flatMap(composed -> witness(member, draft, canary, composed));
  }

  private Optional<Said> witness(
      Member member, Draft draft, String canary, Checked<ComposeStatement.Composed> composed) {
    if (!(composed instanceof Checked.Sound<ComposeStatement.Composed>(var result, var notes))) {
      world.notebook().count("not composed: " + composed.issues().getFirst().code());
      return Optional.empty();
    }
    OfficeId from = draft.addresses().from();
    List<OfficeId> to = draft.addresses().to();
    Realm realm = draft.subject().realm();
    Route route =
        new Route(
            from, member.node(), member.keys().seal().certificates().fingerprint(), to, List.of());
    Said said =
        new Said(
            result.statement(),
            new Said.Thread(result.conversation(), realm, result.number()),
            route,
            draft.marking(),
            canary,
            holders(member.node(), to),
            member.isHonest());
    world.notebook().said(said);
    world
        .notebook()
        .promised(new Promise(member.node(), Promise.Kind.COMPOSED, realm, said.digest(), from));
    world.notebook().count("composed" + (notes.isEmpty() ? "" : " with notes"));
    return Optional.of(said);
  }

  private static ConversationId conversation(Said said) {
    return said.thread().conversation();
  }

  private List<NodeId> holders(NodeId self, List<OfficeId> to) {
    return Stream.concat(
            Stream.of(self),
            to.stream().flatMap(office -> world.directory().nodeOf(office).stream()))
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .toList();
  }
}
