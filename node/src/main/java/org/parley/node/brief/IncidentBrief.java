package org.parley.node.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.parley.core.casefile.Casefile;
import org.parley.core.casefile.Work;
import org.parley.core.directory.OfficeId;
import org.parley.core.exchange.Attachment;
import org.parley.core.terms.Party;
import org.parley.desk.brief.Brief;
import org.parley.desk.calculator.Result;
import org.parley.duties.port.messages.Conversations.Line;
import org.parley.node.incidents.page.CasePage;
import org.parley.node.incidents.page.FactRow;
import org.parley.node.incidents.page.Response;
import org.parley.node.messages.page.MessageSpeech;

/// An incident as a brief: of what this reader may see, and told so where something is withheld.
///
/// @param messages what the office exchanged under the number of the incident
record IncidentBrief(Telling telling, CasePage page, List<Line> messages, MessageSpeech speech) {

  Brief written(Contacting contacts) {
    Casefile what = page.what();
    SortedSet<Party> others = new TreeSet<>();
    messages.forEach(
        line -> line.label().counterparts().stream().map(OfficeId::party).forEach(others::add));
    return new Brief(
        telling.say("page.brief.of", what.head().number() + " · " + title(what)),
        telling.head(page.covering().toString()),
        telling.asOf(),
        List.of(
            telling.section("happened", happened(what), Telling.LONG),
            telling.section("level", levels(), Telling.LONG),
            telling.section("told", told(), Telling.MIDDLE),
            telling.section("asked", asked(what), Telling.SHORT),
            telling.options(List.of("technical", "call", "clarify", "consult", "wait")),
            contacts.section(others)));
  }

  private String title(Casefile what) {
    return telling.text(what.story().title());
  }

  private List<Brief.Row> happened(Casefile what) {
    List<Brief.Row> rows = new ArrayList<>();
    rows.add(new Brief.Row(telling.say("page.incidents.stage"), page.speech().stage(what.stage())));
    rows.add(new Brief.Row(telling.say("heading.types"), page.types()));
    what.facts()
        .latest()
        .flatMap(latest -> latest.aware())
        .ifPresent(at -> rows.add(new Brief.Row(telling.say("heading.aware"), telling.moment(at))));
    if (page.withheld() > 0) {
      rows.add(new Brief.Row("", telling.words().count("page.withheld", page.withheld())));
    }
    what.story()
        .outlook()
        .ifPresent(outlook ->
            rows.add(
                new Brief.Row(
                    telling.say("page.outlook.title"),
                    telling.say("page.outlook." + outlook.what().course().word())
                        + " "
                        + telling.text(outlook.what().words()))));
    List<Attachment> files =
        what.work().files().stream()
            .filter(each -> each.custody() != Work.Custody.REJECTED)
            .map(Work.Filed::file)
            .toList();
    if (!files.isEmpty()) {
      rows.add(FileNames.row(telling, files));
    }
    facts(rows);
    return rows;
  }

  private void facts(List<Brief.Row> rows) {
    for (FactRow fact : page.facts()) {
      String said =
          fact.said().stream()
              .map(line ->
                  telling.text(line.value())
                      + line.marking().map(marking -> " [" + marking + "]").orElse(""))
              .collect(Collectors.joining("; "));
      if (!said.isEmpty()) {
        rows.add(new Brief.Row(fact.name(), said));
      }
    }
  }

  private List<Brief.Row> levels() {
    List<Brief.Row> rows = new ArrayList<>();
    page.classification()
        .ifPresent(found ->
            rows.add(
                new Brief.Row(
                    telling.say("page.brief.own-scale", page.speech().voice().title()),
                    telling.level(page.speech().voice(), found))));
    for (Result result : page.others().results()) {
      rows.add(
          new Brief.Row(
              telling.say("page.brief.scale", result.title()),
              telling.level(
                  telling.visit().shelf().voice(result.edition()), result.classification())));
    }
    return rows;
  }

  private List<Brief.Row> told() {
    List<Brief.Row> rows = new ArrayList<>();
    String offices =
        page.knowing().stream().map(page.speech()::office).collect(Collectors.joining(", "));
    rows.add(new Brief.Row(telling.say("page.shown.title"), offices));
    for (Response.Call call : page.response().calls()) {
      call.called().ifPresent(at -> rows.add(new Brief.Row(call.name(), telling.moment(at))));
    }
    for (Response.Due due : page.response().dues()) {
      due.made().ifPresent(at -> rows.add(new Brief.Row(due.name(), telling.moment(at))));
    }
    for (Line line : messages) {
      rows.add(
          new Brief.Row(
              speech.offices(line.label().counterparts()),
              speech.turn(line.awaits().turn().word())
                  + ", "
                  + speech.next(line.awaits().next())
                  + line.awaits().due().map(at -> ", " + telling.moment(at)).orElse("")));
    }
    return rows;
  }

  private List<Brief.Row> asked(Casefile what) {
    List<Brief.Row> rows = new ArrayList<>();
    for (Response.Due due : page.response().dues()) {
      if (due.made().isEmpty()) {
        rows.add(
            new Brief.Row(
                due.name(),
                due.by().map(telling::moment).orElse(due.under())
                    + (due.passed() ? ", " + telling.say("page.due.passed") : "")));
      }
    }
    what.work()
        .openTasks()
        .forEach(task ->
            rows.add(
                new Brief.Row(
                    page.speech().office(task.office()),
                    telling.text(task.words())
                        + task.due().map(at -> ", " + telling.moment(at)).orElse(""))));
    return rows;
  }
}
