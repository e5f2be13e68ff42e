package org.parley.cli.incident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.parley.cli.ExitStatus;
import org.parley.core.handling.Tlp;
import org.parley.core.issue.IssueCode;
import org.parley.core.issue.Issues;
import org.parley.formats.exchange.JsonBytes;
import org.parley.formats.tree.Mark;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;

/// A file as it is sent to a node: a request as the contract of the interface has it, or an
/// incident file of one revision, in JSON or YAML.
record RequestFile(List<Tree.Entry> entries, Mark mark) {

  private static final List<String> STATED = List.of("aware", "facts", "potential");

  static RequestFile read(Path file) throws Refusal {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException fault) {
      throw new Refusal(
          ExitStatus.NO_INPUT,
          IssueCode.DOCUMENT_UNREADABLE,
          file.toString(),
          "there is no such file, or it cannot be read",
          "name a file");
    }
    Issues issues = new Issues();
    Optional<Tree> tree = Trees.read(bytes, file.toString(), JsonBytes.SIGNED, issues);
    if (issues.hasErrors() || tree.isEmpty()) {
      throw new Refusal(ExitStatus.BAD_INPUT, issues.list());
    }
    if (!(tree.get() instanceof Tree.Mapping map)) {
      throw shape(file, "it is " + tree.get().shape());
    }
    // What a form left empty says nothing.
    List<Tree.Entry> filled =
        map.entries().stream().filter(each -> !(each.value() instanceof Tree.Nothing)).toList();
    return new RequestFile(
        map.find("revisions").isPresent() ? ofIncident(file, map) : filled, map.mark());
  }

  private static List<Tree.Entry> ofIncident(Path file, Tree.Mapping incident) throws Refusal {
    List<Tree> revisions = Told.list(incident, "revisions");
    if (revisions.size() != 1 || !(revisions.getFirst() instanceof Tree.Mapping revision)) {
      throw shape(
          file,
          "an incident file is sent with one revision, and it has %d".formatted(revisions.size()));
    }
    List<Tree.Entry> entries = new ArrayList<>();
    incident.entries().stream().filter(each -> each.key().equals("title")).forEach(entries::add);
    revision.entries().stream()
        .filter(each -> STATED.contains(each.key()) && !(each.value() instanceof Tree.Nothing))
        .forEach(entries::add);
    return entries;
  }

  private static Refusal shape(Path file, String message) {
    return new Refusal(
        ExitStatus.BAD_INPUT,
        IssueCode.WRONG_SHAPE,
        file.toString(),
        message,
        "write a request as handbook/interface.md has it, or an incident file of one revision");
  }

  /// The same with a title or a marking in the place of what stands in it.
  RequestFile with(Optional<String> title, Optional<Tlp> tlp) {
    List<Tree.Entry> changed = new ArrayList<>(entries);
    title.ifPresent(text -> put(changed, "title", text(text)));
    tlp.ifPresent(each ->
        put(
            changed,
            "marking",
            new Tree.Mapping(List.of(new Tree.Entry("tlp", mark, text(each.word()))), mark)));
    return new RequestFile(List.copyOf(changed), mark);
  }

  private void put(List<Tree.Entry> changed, String key, Tree value) {
    changed.removeIf(each -> each.key().equals(key));
    changed.addFirst(new Tree.Entry(key, mark, value));
  }

  private Tree.Text text(String text) {
    return new Tree.Text(text, Tree.Kind.QUOTED, mark);
  }
}
