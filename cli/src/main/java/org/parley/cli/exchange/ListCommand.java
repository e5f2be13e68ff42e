package org.parley.cli.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.core.exchange.ConversationId;
import org.parley.core.exchange.ledger.Account;
import org.parley.core.exchange.ledger.Conversation;
import org.parley.core.exchange.ledger.Dossier;
import org.parley.core.exchange.ledger.NextStep;
import org.parley.core.exchange.ledger.Standing;
import org.parley.desk.voice.Page;
import org.parley.duties.WatchTimes;
import org.parley.duties.record.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Lists conversations, what was said in each, and how far it came with whom.
@Command(
    name = "list",
    description =
        "Lists conversations: what was said, how far it came with whom, and what is next.",
    mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {

  @Mixin private final Talk talk = new Talk();
  @Mixin private final At at = new At();

  @Override
  public Integer call() {
    return at.run(
        talk,
        home -> {
          new WatchTimes(home.station()).run(at.realm(talk));
          List<Conversation> all =
              home.station()
                  .books()
                  .look(book -> {
                    Ledger ledger = new Ledger(book, home.station().seat(), at.realm(talk));
                    List<Conversation> found = new ArrayList<>();
                    for (ConversationId id : ledger.all()) {
                      found.add(ledger.open(id).state());
                    }
                    return found;
                  });
          Page page = talk.page();
          if (all.isEmpty()) {
            page.line("No conversation yet. To begin one: parley exchange form C3 > notice.yaml");
          }
          all.forEach(conversation -> tell(page, conversation));
          talk.print(page);
          return ExitStatus.OK;
        });
  }

  private static void tell(Page page, Conversation conversation) {
    page.heading("conversation " + conversation.id());
    for (Dossier dossier : conversation.dossiers().values()) {
      page.line(
          "  %s  %s  %s %s  %s"
              .formatted(
                  dossier.digest().brief(),
                  dossier.outline().heading().format().name(),
                  dossier.outline().from(),
                  dossier.outline().heading().number(),
                  dossier.outline().marking()));
      List<List<String>> rows = new ArrayList<>();
      for (Account account : dossier.accounts().values()) {
        rows.add(
            List.of(
                account.recipient().toString(),
                account.standing().map(Standing::word).orElse("–"),
                next(dossier, account)));
      }
      page.table(4, rows);
    }
    conversation
        .clashes()
        .forEach(clash ->
            page.line(
                "  two statements under one number: %s and %s"
                    .formatted(clash.first().brief(), clash.second().brief())));
  }

  private static String next(Dossier dossier, Account account) {
    NextStep next = NextStep.of(dossier, account);
    return next == NextStep.NOTHING ? "" : "next: " + next.word().replace('-', ' ');
  }
}
