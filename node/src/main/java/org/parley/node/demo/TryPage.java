package org.parley.node.demo;

import java.util.List;
import java.util.Optional;
import org.parley.core.terms.Party;
import org.parley.node.web.Tour;
import org.parley.node.web.Visit;

/// The page of what to try: ten steps, each with the people to be and the pages to go to.
///
/// @param here whose node shows it
public record TryPage(Visit visit, Tour tour, Party here) {

  private static final String ALDER = "XA";
  private static final String BIRCH = "XB";
  private static final String SECRETARIAT = "secretariat";

  /// @param number from 1 to 10
  /// @param commands to copy into a terminal
  public record Step(int number, List<Way> ways, List<String> commands) {
    public Step {
      ways = List.copyOf(ways);
      commands = List.copyOf(commands);
    }
  }

  /// Somebody to be, and where to go as them.
  ///
  /// @param login of the person
  /// @param to the path there
  public record Way(Party party, String login, String to) {}

  public List<Step> steps() {
    String incident = tour.place("incident").orElse("/incidents");
    String conversation = tour.place("conversation").orElse("/messages");
    String clarification = tour.place("clarification").orElse("/clarifications");
    return List.of(
        step(1, way(ALDER, "operator", "/report")),
        step(2, way(ALDER, "csirt", incident + "#level")),
        step(3, way(ALDER, "csirt", incident + "#called")),
        step(4, way(ALDER, "csirt", incident + "/scales")),
        step(5, way(ALDER, "csirt", "/drafts/new?incident=" + incident.replaceFirst(".*/", ""))),
        step(6, way(BIRCH, "csirt", conversation), way(ALDER, "csirt", conversation)),
        step(7, way(ALDER, "policy", clarification), way(BIRCH, "policy", clarification)),
        step(
            8,
            way(SECRETARIAT, "desk", tour.place("check").orElse("/checks")),
            way(ALDER, "csirt", "/messages"),
            way(SECRETARIAT, "desk", "/custody")),
        new Step(9, List.of(), proof()),
        new Step(10, List.of(), List.of("./parley serve")));
  }

  /// What is typed to have the story's proof checked by tools that are not Parley's, and then
  /// refused.
  private List<String> proof() {
    return tour.place("data")
        .flatMap(data -> tour.place("statement").map(statement -> proof(data, statement)))
        .orElse(List.of());
  }

  private static List<String> proof(String data, String statement) {
    return List.of(
        "./parley exchange proof --node %s/xa --realm %s --out proof-of-alder %s"
            .formatted(data, DemoNetwork.REALM.word(), statement.substring(0, 16)),
        "sh proof-of-alder/verify.sh",
        "printf '\\001' | dd of=proof-of-alder/statement.p7s bs=1 seek=900 conv=notrunc",
        "sh proof-of-alder/verify.sh");
  }

  private static Step step(int number, Way... ways) {
    return new Step(number, List.of(ways), List.of());
  }

  private static Way way(String party, String login, String to) {
    return new Way(new Party(party), login, to);
  }

  /// Whether somebody is at this node, so that the page can let them in.
  public boolean isHere(Way way) {
    return way.party().equals(here);
  }

  /// The same step on the page of the node where it is done.
  public String there(Step step, Way way) {
    return address(way.party()) + "/try#step-" + step.number();
  }

  public String address(Party party) {
    return tour.stops().stream()
        .filter(stop -> stop.party().equals(party))
        .map(stop -> stop.address().toString())
        .findFirst()
        .orElseThrow();
  }

  /// What a party is called: a State by its name, the secretariat by the word for it.
  public String name(Party party) {
    return party.isState()
        ? visit.shelf().states().of(party)
        : visit.words().say("page.office.secretariat");
  }

  public String who(Way way) {
    return visit.words().say("page.try.who." + way.login());
  }

  /// Who looks, where somebody is signed in here.
  public Optional<String> viewer() {
    return visit.viewer().map(viewer -> viewer.name());
  }
}
