package org.parley.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.parley.core.issue.Checked;
import org.parley.core.issue.Issue;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Place;
import org.parley.duties.port.UnreachableException;
import org.parley.seal.key.KeyFolder;
import org.parley.seal.key.Secret;
import org.parley.seal.key.Token;

/// The keys of a node, in its folder or beside it in a token, with what opens them.
public final class NodeKeys {

  private static final String KEYS = "keys";
  private static final String SECRET = "secret";
  private static final int LARGEST_PIN = 4_096;

  private NodeKeys() {}

  /// Opens what [#create] made. What cannot be read or reached is told, with what to do.
  public static Checked<KeyFolder> open(Path folder, NodeSettings settings) {
    return secret(folder)
        .then(secret ->
            reached(
                settings,
                token ->
                    token.isPresent()
                        ? KeyFolder.open(folder.resolve(KEYS), secret, token.get())
                        : KeyFolder.open(folder.resolve(KEYS), secret)));
  }

  /// Makes a node's keys, the identity key in its token if it has one.
  ///
  /// @param secret what is to open the folder
  static Checked<KeyFolder> create(
      Path folder, NodeSettings settings, Secret secret, Instant from, Instant until) {
    Path keys = folder.resolve(KEYS);
    return reached(
        settings,
        token ->
            token.isPresent()
                ? KeyFolder.create(keys, secret, token.get(), settings.node(), from, until)
                : KeyFolder.create(keys, secret, settings.node(), from, until));
  }

  private static Checked<Secret> secret(Path folder) {
    try {
      String text = Files.readString(folder.resolve(SECRET)).strip();
      return new Checked.Sound<>(Secret.ofBytes(HexFormat.of().parseHex(text)), List.of());
    } catch (IOException | IllegalArgumentException why) {
      return refused(folder, "its secret cannot be read: " + why.getMessage(), "restore the file");
    }
  }

  @FunctionalInterface
  private interface Work {
    Checked<KeyFolder> with(Optional<Token> token);
  }

  private static Checked<KeyFolder> reached(NodeSettings settings, Work work) {
    if (settings.token().isEmpty()) {
      return work.with(Optional.empty());
    }
    NodeSettings.TokenSlot slot = settings.token().get();
    try {
      List<String> pin =
          Files.size(slot.pinFile()) > LARGEST_PIN ? List.of() : Files.readAllLines(slot.pinFile());
      if (pin.isEmpty()) {
        return refused(
            slot.pinFile(),
            "there is no PIN in it, or much more than one",
            "write the token's PIN into its first line");
      }
      return work.with(
          Optional.of(
              Token.open(slot.library(), slot.slot(), pin.getFirst().strip().toCharArray())));
    } catch (IOException why) {
      return refused(slot.pinFile(), "the token's PIN cannot be read", "see pin-file in node.yaml");
    } catch (UnreachableException why) {
      return refused(
          slot.library(),
          String.valueOf(why.getMessage()),
          "see whether the token is in its slot, and token in node.yaml");
    }
  }

  private static <T> Checked<T> refused(Path where, String message, String remedy) {
    return new Checked.Refused<>(
        List.of(
            new Issue(
                IssueCode.DOCUMENT_UNREADABLE,
                Place.of(where.toString()),
                message,
                Optional.of(remedy))));
  }
}
