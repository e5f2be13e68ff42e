package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ParleyTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theVersionOptionNamesTheProgram() {
    assertThat(run("--version")).isEqualTo(ExitStatus.OK);
    assertThat(out.toString()).startsWith("parley ");
  }

  @Test
  void aCommandThatDoesNotExistIsAUsageError() {
    assertThat(run("no-such-command")).isEqualTo(ExitStatus.USAGE);
    assertThat(err.toString()).contains("no-such-command");
  }

  private int run(String... words) {
    return Parley.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(words);
  }
}
