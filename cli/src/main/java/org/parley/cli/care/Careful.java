package org.parley.cli.care;

import java.io.IOException;
import java.util.List;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.cli.care.copy.Refusal;
import org.parley.duties.port.UnreachableException;

/// Runs work on a node's files and tells every trouble in one sentence.
final class Careful {

  private Careful() {}

  static int run(Talk talk, Work work) {
    try {
      int status = work.run();
      talk.out().flush();
      return status;
    } catch (Refusal refusal) {
      talk.complain(List.of(refusal.issue()));
      return ExitStatus.BAD_INPUT;
    } catch (IOException fault) {
      talk.complain("the disk did not do it: " + fault);
      return ExitStatus.UNAVAILABLE;
    } catch (UnreachableException fault) {
      talk.complain(String.valueOf(fault.getMessage()));
      return ExitStatus.UNAVAILABLE;
    }
  }

  /// Work on the disk.
  @FunctionalInterface
  interface Work {
    int run() throws IOException, Refusal;
  }
}
