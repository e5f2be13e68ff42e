package org.parley.node.feeds;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.parley.core.casefile.CaseMarking;
import org.parley.core.casefile.Work;
import org.parley.core.handling.Tlp;
import org.parley.formats.calendar.DueEntry;
import org.parley.node.incidents.page.CasePage;
import org.parley.node.incidents.page.Response;
import org.parley.node.web.Visit;

/// What is due about incidents, as it may stand in somebody's calendar: the number, what is due and
/// when. A calendar lies beyond the node, so a title stands there only where the incident is
/// TLP:CLEAR; of what bears a secrecy grade only that something is due.
final class DueList {

  private final Visit visit;
  private final String node;
  private final List<DueEntry> entries = new ArrayList<>();

  /// @param node the address of the node, without a slash at its end
  DueList(Visit visit, String node) {
    this.visit = visit;
    this.node = node;
  }

  void add(CasePage page) {
    for (Response.Due due : page.response().dues()) {
      if (due.made().isEmpty()) {
        due.by().ifPresent(by -> add(page, due.key(), due.name(), by));
      }
    }
    for (Work.Task task : page.what().work().openTasks()) {
      String name = visit.words().say("page.calendar.task", task.number());
      task.due().ifPresent(by -> add(page, "task-" + task.number(), name, by));
    }
  }

  private void add(CasePage page, String key, String name, Instant by) {
    CaseMarking marking = page.what().marking();
    boolean graded = !marking.whole().grades().isEmpty();
    String what =
        graded
            ? visit.words().say("page.calendar.something")
            : page.what().head().number() + " · " + name + title(page);
    String exercise =
        visit.site().exercise() ? visit.words().say("page.exercise.word") + " · " : "";
    UUID uid = UUID.nameUUIDFromBytes((page.path() + " " + key).getBytes(StandardCharsets.UTF_8));
    entries.add(
        new DueEntry(
            uid.toString(),
            exercise + what,
            by,
            Optional.of(URI.create(node + (graded ? "/" : page.path())))));
  }

  private static String title(CasePage page) {
    boolean clear = page.what().marking().whole().reach() == Tlp.CLEAR;
    return clear ? " · " + page.what().story().title() : "";
  }

  List<DueEntry> entries() {
    return entries.stream().sorted(Comparator.comparing(DueEntry::due)).toList();
  }
}
