package org.parley.cli.exchange.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.parley.core.exchange.carriage.OutsideReply;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.exchange.ledger.Step;
import org.parley.core.terms.Digest;
import org.parley.core.terms.Party;
import org.parley.core.terms.Realm;
import org.parley.duties.port.Book;
import org.parley.duties.record.Ledger;
import org.parley.exchange.NodeHome;

/// What a recipient said outside the network, told in a file beside a proof: it is no part of what
/// the proof shows, and the file says so.
public record TakenDown(NodeHome home, Book book, Realm realm) {

  private static final String FILE = "taken-down.txt";
  private static final String HEAD =
      """
      What the other side said by telephone or by mail, as an officer here took it down. This is of a
      lower grade than a receipt, rests on that officer's word or on the mail that lies beside, and is
      not checked by verify.sh.
      """;

  /// Writes nothing where nothing was taken down.
  public void write(Digest statement, Party other, Path folder) {
    List<Step> steps =
        new Ledger(book, home.station().seat(), realm)
            .conversationOf(statement).flatMap(opened -> opened.state().find(statement)).stream()
                .map(Dossier::accounts)
                .flatMap(accounts -> accounts.values().stream())
                .filter(account -> account.recipient().party().equals(other))
                .flatMap(account -> account.steps().stream())
                .filter(step -> step.outside().isPresent())
                .toList();
    if (steps.isEmpty()) {
      return;
    }
    List<String> lines = new ArrayList<>();
    for (Step step : steps) {
      lines.add(told(step, step.outside().orElseThrow(), folder));
    }
    write(folder.resolve(FILE), HEAD + "\n" + String.join("\n", lines) + "\n");
  }

  private String told(Step step, OutsideReply reply, Path folder) {
    String mail =
        reply
            .letter()
            .map(letter -> {
              String name = "taken-down-" + letter.bytes().brief() + ".eml";
              book.documents()
                  .find(letter.bytes())
                  .ifPresent(bytes -> write(folder.resolve(name), bytes.toArray()));
              return ", " + name + " (" + letter.finding().word() + ")";
            })
            .orElse("");
    return "%s  %s  %s by %s, %s%s%n    %s"
        .formatted(
            reply.when(),
            step.by(),
            reply.says().word(),
            reply.way().word(),
            reply.grade().word(),
            mail,
            reply.words().isEmpty() ? "(no words)" : reply.words().replace("\n", "\n    "))
        .stripTrailing();
  }

  private static void write(Path file, String text) {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}
