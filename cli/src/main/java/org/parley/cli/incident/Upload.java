package org.parley.cli.incident;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.parley.cli.ExitStatus;
import org.parley.core.issue.IssueCode;
import org.parley.core.terms.Octets;

/// A file on its way to a node.
final class Upload {

  /// What a node takes at most, in bytes.
  private static final int LARGEST = 10 << 20;

  private static final String LINE = "\r\n";

  private Upload() {}

  /// A file as the node wants it sent, with its digest, so that it can tell whether it came whole.
  static NodeClient.Sending of(Path file, Optional<String> words) throws Refusal {
    Octets bytes = read(file);
    String digest = bytes.digest().hex();
    String between = "parley-" + digest;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    words.ifPresent(text -> field(body, between, "words", text));
    field(body, between, "sha256", digest);
    head(
        body,
        between,
        "name=\"file\"; filename=\"%s\"".formatted(quoted(file)),
        "Content-Type: application/octet-stream" + LINE);
    body.writeBytes(bytes.toArray());
    text(body, LINE + "--" + between + "--" + LINE);
    return new NodeClient.Sending(
        "multipart/form-data; boundary=" + between, Octets.of(body.toByteArray()));
  }

  private static String quoted(Path file) {
    return String.valueOf(file.getFileName())
        .replace("\"", "%22")
        .replace("\r", "%0D")
        .replace("\n", "%0A");
  }

  private static void field(ByteArrayOutputStream body, String between, String name, String value) {
    head(body, between, "name=\"%s\"".formatted(name), "");
    text(body, value + LINE);
  }

  private static void head(ByteArrayOutputStream body, String between, String what, String more) {
    text(body, "--" + between + LINE);
    text(body, "Content-Disposition: form-data; " + what + LINE + more + LINE);
  }

  private static void text(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Octets read(Path file) throws Refusal {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length <= LARGEST) {
        return Octets.of(bytes);
      }
    } catch (IOException fault) {
      throw new Refusal(
          ExitStatus.NO_INPUT,
          IssueCode.DOCUMENT_UNREADABLE,
          file.toString(),
          "there is no such file, or it cannot be read",
          "name a file");
    }
    throw new Refusal(
        ExitStatus.BAD_INPUT,
        IssueCode.FILE_TOO_LARGE,
        file.toString(),
        "it has more than 10 MiB",
        "send a part of it, or say where it lies");
  }
}
