package org.parley.cli.care;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.parley.cli.care.copy.Refusal;
import org.parley.core.issue.IssueCode;
import org.parley.seal.key.Secret;
import picocli.CommandLine.Option;

/// The password of a backup: typed, or the first line of a file.
final class PasswordOption {

  private static final int LEAST = 12;
  private static final int LARGEST_FILE = 4096;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description = {
        "The first line of this file is the password. Without it, the password is asked for."
      })
  private Optional<Path> file = Optional.empty();

  /// A password that something is to be locked with: long enough, and typed twice.
  Secret toLock() throws IOException, Refusal {
    char[] typed = file.isPresent() ? ofFile(file.get()) : typedTwice();
    if (typed.length < LEAST) {
      throw new Refusal(
          IssueCode.PASSWORD_SHORT,
          "password",
          "it has %d characters, and %d are the least".formatted(typed.length, LEAST),
          "Take six or more words by chance, and keep them where the node is not.");
    }
    return secret(typed);
  }

  Secret toOpen() throws IOException, Refusal {
    return secret(file.isPresent() ? ofFile(file.get()) : typed("Password of the backup: "));
  }

  private static Secret secret(char[] typed) throws Refusal {
    if (typed.length == 0) {
      throw noPassword("there is none");
    }
    try {
      return Secret.ofPassphrase(typed);
    } finally {
      Arrays.fill(typed, ' ');
    }
  }

  private static char[] ofFile(Path file) throws IOException, Refusal {
    if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_FILE) {
      throw noPassword(file + " is no file with a password");
    }
    return Files.readString(file).lines().findFirst().orElse("").toCharArray();
  }

  private static char[] typedTwice() throws Refusal {
    char[] once = typed("Password for the backup: ");
    if (!Arrays.equals(once, typed("Again: "))) {
      throw noPassword("the two are not the same");
    }
    return once;
  }

  private static char[] typed(String prompt) throws Refusal {
    Console console = System.console();
    char[] typed =
        console != null && console.isTerminal() ? console.readPassword("%s", prompt) : null;
    if (typed == null) {
      throw noPassword("nobody is here to type one");
    }
    return typed;
  }

  private static Refusal noPassword(String message) {
    return new Refusal(
        IssueCode.PASSWORD_SHORT,
        "password",
        message,
        "Type it, or write it into a file that only you can read: --password-file FILE.");
  }
}
