package org.parley.cli.incident;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.parley.cli.ExitStatus;
import org.parley.core.issue.IssueCode;
import picocli.CommandLine.Option;

/// Which node is asked, and in whose place. The token stands in a file and never on the command
/// line, where every user of the machine could read it.
final class NodeOption {

  private static final int LARGEST_FILE = 4096;
  private static final Set<PosixFilePermission> OTHERS =
      PosixFilePermissions.fromString("---rwxrwx");

  @Option(
      names = "--node",
      required = true,
      paramLabel = "URL",
      description = "Address of the node, such as https://parley.example.")
  private URI node = URI.create("");

  @Option(
      names = "--token-file",
      required = true,
      paramLabel = "FILE",
      description = {
        "The first line of this file is the access token, made on the page of your account. Nobody"
            + " else may be able to read it."
      })
  private Path file = Path.of("");

  @Option(
      names = "--ca",
      paramLabel = "FILE",
      description =
          "Trust the certificates in this PEM file, and no others, to say who the node is.")
  private Optional<Path> authority = Optional.empty();

  NodeClient client() throws Refusal {
    return new NodeClient(address(), token(), Trust.of(authority));
  }

  /// A token goes over the network sealed, or not at all.
  private URI address() throws Refusal {
    String scheme = String.valueOf(node.getScheme());
    String host = String.valueOf(node.getHost());
    boolean here = host.equals("127.0.0.1") || host.equals("localhost") || host.equals("[::1]");
    boolean sealed = scheme.equals("https") || (scheme.equals("http") && here);
    if (node.getUserInfo() != null || !sealed) {
      throw new Refusal(
          ExitStatus.USAGE,
          IssueCode.NODE_UNREACHABLE,
          "--node",
          "this is no address to which a token may be sent",
          "write https:// and the node's name; http:// only on this machine");
    }
    return node;
  }

  private String token() throws Refusal {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST_FILE) {
        throw unfit(file + " is no file with a token", "make a token on the page of your account");
      }
      boolean posix = Files.getFileStore(file).supportsFileAttributeView("posix");
      if (posix && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
        throw unfit("others on this machine can read " + file, "chmod 600 " + file);
      }
      String token = Files.readString(file).lines().findFirst().orElse("").strip();
      if (!token.matches("[!-~]{1,190}")) {
        throw unfit("the first line of " + file + " is no token", "copy the whole token into it");
      }
      return token;
    } catch (IOException fault) {
      throw unfit(file + " cannot be read", "look at its permissions");
    }
  }

  private static Refusal unfit(String message, String remedy) {
    return new Refusal(
        ExitStatus.NO_INPUT, IssueCode.TOKEN_FILE_UNFIT, "--token-file", message, remedy);
  }
}
