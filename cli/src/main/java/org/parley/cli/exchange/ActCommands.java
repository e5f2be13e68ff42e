package org.parley.cli.exchange;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.ledger.Command.Level;
import org.parley.core.exchange.ledger.Hand;
import org.parley.core.issue.Checked;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Realm;
import org.parley.duties.ActOnStatement;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What a person of an office does with a statement; each act goes to the other side as a signed
/// receipt.
final class ActCommands {

  private ActCommands() {}

  /// What all acts have in common.
  abstract static class Act implements Callable<Integer> {

    @Mixin private final Talk talk = new Talk();
    @Mixin private final At at = new At();

    @Parameters(
        index = "0",
        paramLabel = "STATEMENT",
        description = "The first digits of its digest.")
    private String beginning = "";

    abstract Checked<Digest> act(ActOnStatement act, Realm realm, Digest statement, Hand by);

    /// What the person is told when it is done.
    abstract String done();

    Talk talk() {
      return talk;
    }

    @Override
    public Integer call() {
      return at.run(
          talk,
          home ->
              at.statement(talk, home, beginning)
                  .map(statement ->
                      At.tell(
                          talk,
                          act(
                              new ActOnStatement(home.station()),
                              at.realm(talk),
                              statement,
                              at.hand(talk, home)),
                          _ -> talk.out().println(done())))
                  .orElse(ExitStatus.BAD_INPUT));
    }
  }

  @Command(
      name = "open",
      description = "Records that a person of the office has the statement open.",
      mixinStandardHelpOptions = true)
  static final class Open extends Act {
    @Override
    Checked<Digest> act(ActOnStatement act, Realm realm, Digest statement, Hand by) {
      return act.open(realm, statement, by);
    }

    @Override
    String done() {
      return "opened";
    }
  }

  @Command(
      name = "acknowledge",
      description = "The office takes note, without prejudice: this is no agreement.",
      mixinStandardHelpOptions = true)
  static final class Acknowledge extends Act {

    @Option(names = "--words", paramLabel = "TEXT", description = "More, for the other side.")
    private Optional<String> words = Optional.empty();

    @Override
    Checked<Digest> act(ActOnStatement act, Realm realm, Digest statement, Hand by) {
      act.open(realm, statement, by);
      return act.acknowledge(realm, statement, by, words);
    }

    @Override
    String done() {
      return "acknowledged, without prejudice";
    }
  }

  @Command(
      name = "decline",
      description = "The office will not answer; it need not say why.",
      mixinStandardHelpOptions = true)
  static final class Decline extends Act {

    @Option(names = "--words", paramLabel = "TEXT", description = "More, for the other side.")
    private Optional<String> words = Optional.empty();

    @Override
    Checked<Digest> act(ActOnStatement act, Realm realm, Digest statement, Hand by) {
      act.open(realm, statement, by);
      return act.decline(realm, statement, by, words);
    }

    @Override
    String done() {
      return "declined";
    }
  }

  @Command(
      name = "pass-on",
      description =
          "Passes a received statement on to the office's deputy, or to the policy level.",
      mixinStandardHelpOptions = true)
  static final class PassOn extends Act {

    @Option(names = "--to", required = true, paramLabel = "LEVEL", description = "deputy or policy")
    private Level to = Level.DEPUTY;

    @Override
    Checked<Digest> act(ActOnStatement act, Realm realm, Digest statement, Hand by) {
      return act.passOn(realm, statement, by, to);
    }

    @Override
    String done() {
      return "passed on";
    }
  }

  @Command(
      name = "remind",
      description = "Asks a recipient of a statement of ours again.",
      mixinStandardHelpOptions = true)
  static final class Remind extends Act {

    @Option(
        names = "--recipient",
        required = true,
        paramLabel = "OFFICE",
        description = "The recipient, such as XB/technical.")
    private String recipient = "";

    @Override
    Checked<Digest> act(ActOnStatement act, Realm realm, Digest statement, Hand by) {
      OfficeId office =
          OfficeId.parse(recipient)
              .orElseThrow(() -> talk().usage("--recipient: write it as XB/technical"));
      return act.remind(
          realm, new org.parley.core.exchange.ledger.Command.Remind(statement, office, by));
    }

    @Override
    String done() {
      return "asked again";
    }
  }
}
