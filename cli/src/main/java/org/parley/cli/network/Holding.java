package org.parley.cli.network;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.directory.DirectoryEntry;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.exchange.Membership;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What is done with an entry that nothing here proves yet.
final class Holding {

  private Holding() {}

  /// Asks whose entry is meant.
  abstract static class Held<T> extends Deed<T> {

    @Parameters(paramLabel = "PARTY", description = "Whose entry waits, such as XA.")
    private String party = "";

    Party party() {
      return Party.parse(party)
          .orElseThrow(() -> talk().usage("\"" + party + "\" is no party; write it as XA"));
    }
  }

  @Command(
      name = "compare",
      description = {
        "Takes an entry in that waits, against the fingerprint its party read out.",
        "Ring them up on a number you already had."
      },
      mixinStandardHelpOptions = true)
  static final class Compare extends Held<DirectoryEntry> {

    @Option(
        names = "--fingerprint",
        paramLabel = "DIGITS",
        required = true,
        description = "The sixty digits as they were read out; blanks do not matter.")
    private String digits = "";

    @Override
    Checked<DirectoryEntry> act(Membership membership, Realm realm, Instant now) {
      return membership.compared(party(), digits);
    }

    @Override
    String done(DirectoryEntry entry) {
      return entry.party() + " is in the directory, entry number " + entry.number();
    }
  }

  @Command(
      name = "dismiss",
      description = "Sets an entry aside that waits; the keys that are known go on to count.",
      mixinStandardHelpOptions = true)
  static final class Dismiss extends Held<Party> {

    @Override
    Checked<Party> act(Membership membership, Realm realm, Instant now) {
      boolean waits =
          membership.held().stream().anyMatch(each -> each.entry().party().equals(party()));
      if (!waits) {
        return new Checked.Refused<>(
            List.of(
                new Issue(
                    IssueCode.COUNTERPART_UNKNOWN,
                    Place.of("directory entry " + party()),
                    "no entry of this party waits here",
                    Optional.of("see what waits: parley network show"))));
      }
      membership.setAside(party());
      return new Checked.Sound<>(party(), List.of());
    }

    @Override
    String done(Party party) {
      return "The entry of " + party + " is set aside.";
    }
  }
}
