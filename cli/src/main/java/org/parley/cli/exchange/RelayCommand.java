package org.parley.cli.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.parley.couriers.relay.RelayProgram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Runs a blind relay, and makes its mailboxes and depositors.
@Command(
    name = "relay",
    description = {
      "Runs a blind relay: stores sealed parcels and forwards them, and can read none.",
      "  serve FOLDER ADDRESS PORT   run it; the first run makes its key",
      "  mailbox FOLDER              add a mailbox; prints its two keys, once",
      "  depositor FOLDER            add a depositor; prints its key, once"
    },
    mixinStandardHelpOptions = true)
final class RelayCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "WORD",
      arity = "1..4",
      description = "serve, mailbox or depositor, and what they need.")
  private List<String> words = new ArrayList<>();

  @Override
  public Integer call() throws Exception {
    return RelayProgram.run(words.toArray(String[]::new), System.out);
  }
}
