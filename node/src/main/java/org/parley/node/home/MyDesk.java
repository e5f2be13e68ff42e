package org.parley.node.home;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.parley.core.casefile.Casefile;
import org.parley.core.casefile.Work;
import org.parley.core.directory.OfficeId;
import org.parley.core.people.Account;
import org.parley.core.people.Actor;
import org.parley.core.people.Keepsake;
import org.parley.core.people.Role;
import org.parley.duties.people.KeepForOneself;
import org.parley.duties.people.Lodge;
import org.parley.duties.port.Cases;
import org.parley.duties.port.Register;
import org.parley.node.directory.Asking;
import org.parley.node.exchange.ExchangePage;
import org.parley.node.exchange.Exchanging;
import org.parley.node.incidents.Room;
import org.parley.node.incidents.page.ListPage;
import org.parley.node.network.TwoHeads;
import org.parley.node.web.Visit;
import org.springframework.stereotype.Component;

/// Puts together what awaits whoever is signed in.
@Component
final class MyDesk {

  private static final int MOST_TASKS = 8;
  private static final int MOST_PEOPLE = 8;

  private final Room room;
  private final Lodge lodge;
  private final KeepForOneself keep;
  private final Asking asking;
  private final TwoHeads twoHeads;
  private final Exchanging exchanging;

  MyDesk(
      Room room,
      Lodge lodge,
      KeepForOneself keep,
      Asking asking,
      TwoHeads twoHeads,
      Exchanging exchanging) {
    this.exchanging = exchanging;
    this.asking = asking;
    this.twoHeads = twoHeads;
    this.room = room;
    this.lodge = lodge;
    this.keep = keep;
  }

  /// @param awaiting the incidents of their list, those due soonest
  Mine of(Visit visit, Optional<ListPage> awaiting) {
    if (visit.viewer().isEmpty()) {
      return Mine.NOTHING;
    }
    Actor actor = visit.viewer().get().actor();
    boolean administers = actor.roles().contains(Role.ADMINISTRATOR);
    List<Account> accounts = administers ? lodge.people().look(Register::accounts) : List.of();
    return new Mine(
        awaiting.map(list -> tasks(visit, actor, list)).orElse(List.of()),
        accounts.stream()
            .filter(Account::active)
            .filter(account -> !canSignIn(account))
            .limit(MOST_PEOPLE)
            .map(account -> new Mine.Newcomer("/accounts/" + account.id(), account.naming().name()))
            .toList(),
        administers && accounts.stream().filter(MyDesk::isAdministrator).count() == 1,
        !actor.roles().isEmpty() && keep.all(actor.account(), Keepsake.Kind.READ).isEmpty(),
        asking.of(visit),
        exchanging
            .home()
            .filter(home -> administers && ExchangePage.isEnding(home, visit.now()))
            .map(home -> home.ownEntry().until()),
        twoHeads.told(visit));
  }

  private static boolean isAdministrator(Account account) {
    return account.active() && account.roles().contains(Role.ADMINISTRATOR);
  }

  private boolean canSignIn(Account account) {
    return lodge
        .people()
        .look(register ->
            register.secrets(account.id()).complete()
                || !register.passkeys(account.id()).isEmpty());
  }

  private List<Mine.Task> tasks(Visit visit, Actor actor, ListPage awaiting) {
    Optional<OfficeId> office = actor.office();
    List<Mine.Task> tasks = new ArrayList<>();
    if (office.isEmpty()) {
      return tasks;
    }
    for (Cases.Line line : awaiting.lines()) {
      Casefile what = room.read(visit, line.key().id()).seen().what();
      for (Work.Task task : what.work().openTasks()) {
        if (task.office().equals(office.get())) {
          tasks.add(
              new Mine.Task(
                  awaiting.row(line).path() + "#tasks",
                  awaiting.row(line).number(),
                  task.words(),
                  task.due(),
                  line.marking()));
        }
      }
    }
    tasks.sort(Comparator.comparing(task -> task.due().orElse(Instant.MAX)));
    return tasks.stream().limit(MOST_TASKS).toList();
  }
}
