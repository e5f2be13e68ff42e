package org.parley.cli.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.core.directory.OfficeId;
import org.parley.core.directory.OfficeKind;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.port.UnreachableException;
import org.parley.duties.record.Ledger;
import org.parley.exchange.NodeHome;
import picocli.CommandLine.Option;

/// At which node, in which realm, and as whom.
public final class At {

  @Option(
      names = "--node",
      paramLabel = "DIR",
      defaultValue = "${PARLEY_NODE:-node}",
      description = "The node's folder. Default: $PARLEY_NODE, else ./node.")
  Path folder = Path.of("node");

  @Option(
      names = "--realm",
      paramLabel = "REALM",
      defaultValue = "real",
      description = "real, or exercise:NAME. What is exercise and what is real never mix.")
  String realm = "real";

  @Option(
      names = "--as",
      paramLabel = "OFFICE",
      description =
          "The office that acts: technical, policy or secretariat. Default: the node's first.")
  Optional<String> office = Optional.empty();

  @Option(
      names = "--person",
      paramLabel = "TOKEN",
      defaultValue = "duty",
      description =
          "A token that tells persons of the office apart; names stay outside the record.")
  String person = "duty";

  public Realm realm(Talk talk) {
    return Realm.parse(realm)
        .orElseThrow(() -> talk.usage("--realm: write real, or exercise:NAME"));
  }

  public Hand hand(Talk talk, NodeHome home) {
    Party party = home.settings().node().party();
    OfficeKind kind =
        office
            .map(word ->
                OfficeKind.parse(word)
                    .orElseThrow(() -> talk.usage("--as: write technical, policy or secretariat")))
            .orElseGet(() -> home.settings().offices().getFirst());
    return new Hand(new OfficeId(party, kind), person);
  }

  /// Opens the node, works, closes it; tells every trouble.
  public int run(Talk talk, ToIntFunction<NodeHome> work) {
    Checked<NodeHome> opened = NodeHome.open(folder, talk.shelf().library().formats());
    if (opened instanceof Checked.Refused<NodeHome>(List<Issue> reasons)) {
      talk.complain(reasons);
      return ExitStatus.NO_INPUT;
    }
    try (NodeHome home = opened.orThrow()) {
      return work.applyAsInt(home);
    } catch (UnreachableException fault) {
      talk.complain(fault.getMessage() + "; nothing of this was done");
      return ExitStatus.UNAVAILABLE;
    }
  }

  /// Tells what was refused, or what was noted.
  public static <T> int tell(Talk talk, Checked<T> result, java.util.function.Consumer<T> sound) {
    talk.complain(result.issues());
    if (result instanceof Checked.Sound<T>(T value, _)) {
      sound.accept(value);
      talk.out().flush();
      return ExitStatus.OK;
    }
    return ExitStatus.BAD_INPUT;
  }

  /// The statement whose digest begins so.
  public Optional<Digest> statement(Talk talk, NodeHome home, String beginning) {
    Realm in = realm(talk);
    List<Digest> found =
        home.station()
            .books()
            .look(book -> {
              Ledger ledger = new Ledger(book, home.station().seat(), in);
              return ledger.all().stream()
                  .flatMap(id -> ledger.open(id).state().dossiers().keySet().stream())
                  .filter(digest -> digest.hex().startsWith(beginning))
                  .toList();
            });
    if (found.size() != 1) {
      talk.complain(
          found.isEmpty()
              ? "no statement here begins with " + beginning
              : found.size() + " statements begin with " + beginning + "; write more digits");
      return Optional.empty();
    }
    return Optional.of(found.getFirst());
  }
}
