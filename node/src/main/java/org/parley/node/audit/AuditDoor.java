package org.parley.node.audit;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.parley.core.people.Account;
import org.parley.core.people.AccountDeed;
import org.parley.duties.audit.ReadDeeds;
import org.parley.duties.people.Lodge;
import org.parley.duties.port.Register;
import org.parley.formats.casefile.CsvRows;
import org.parley.node.incidents.Room;
import org.parley.node.incidents.Sent;
import org.parley.node.web.Press;
import org.parley.node.web.Visit;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The auditor's page: who did which deed on a day, and none of its content.
@Controller
final class AuditDoor {

  private static final String HERE = "/audit";

  /// The most deeds of one day.
  private static final int MOST = 2_000;

  private final Room room;
  private final Lodge lodge;
  private final Press press;

  AuditDoor(Room room, Lodge lodge, Press press) {
    this.room = room;
    this.lodge = lodge;
    this.press = press;
  }

  @GetMapping(HERE)
  ResponseEntity<byte[]> page(
      Visit visit, @RequestParam(name = "day", defaultValue = "") String asked) {
    LocalDate day = day(visit, asked);
    return press.page(
        visit,
        "audit/day",
        "page.audit.title",
        Map.of(
            "day", day,
            "today", today(visit),
            "incidents", incidents(visit, day),
            "accounts", accounts(day)));
  }

  @GetMapping(HERE + ".csv")
  ResponseEntity<byte[]> csv(
      Visit visit, @RequestParam(name = "day", defaultValue = "") String asked) {
    LocalDate day = day(visit, asked);
    List<AuditLine> lines = new ArrayList<>(incidents(visit, day));
    lines.addAll(accounts(day));
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("at", "who", "office", "deed", "about"));
    lines.forEach(line ->
        rows.add(
            List.of(line.at().toString(), line.who(), line.office(), line.what(), line.about())));
    return Sent.file(
        "deeds-" + day + ".csv",
        new MediaType("text", "csv", StandardCharsets.UTF_8),
        CsvRows.table(rows).getBytes(StandardCharsets.UTF_8));
  }

  private static LocalDate today(Visit visit) {
    return visit.now().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static LocalDate day(Visit visit, String asked) {
    try {
      LocalDate day = asked.isEmpty() ? today(visit) : LocalDate.parse(asked);
      return day.getYear() >= 2000 && day.getYear() <= 2199 ? day : today(visit);
    } catch (DateTimeException none) {
      return today(visit);
    }
  }

  private List<AuditLine> incidents(Visit visit, LocalDate day) {
    Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    Map<UUID, String> logins = logins();
    return new ReadDeeds(room.work())
            .between(
                visit.site().realm(), Room.actor(visit), from, from.plus(Duration.ofDays(1)), MOST)
            .stream()
            .map(done ->
                new AuditLine(
                    done.at(),
                    login(logins, done.account()),
                    done.office()
                        .map(office -> visit.words().say("page.office." + office.kind().word()))
                        .orElse(""),
                    done.deed(),
                    done.number()))
            .toList();
  }

  private List<AuditLine> accounts(LocalDate day) {
    Map<UUID, String> logins = logins();
    List<AccountDeed> deeds = lodge.people().look(register -> register.deeds(MOST));
    return deeds.stream()
        .filter(deed -> deed.at().atZone(ZoneOffset.UTC).toLocalDate().equals(day))
        .map(deed ->
            new AuditLine(
                deed.at(),
                deed.actor().map(actor -> login(logins, actor)).orElse("–"),
                "",
                deed.what(),
                login(logins, deed.account())))
        .toList();
  }

  private Map<UUID, String> logins() {
    List<Account> accounts = lodge.people().look(Register::accounts);
    return accounts.stream()
        .collect(Collectors.toMap(Account::id, account -> account.naming().login()));
  }

  private static String login(Map<UUID, String> logins, UUID account) {
    return logins.getOrDefault(account, account.toString().substring(0, 8));
  }
}
