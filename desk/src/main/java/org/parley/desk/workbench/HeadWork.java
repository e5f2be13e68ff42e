package org.parley.desk.workbench;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.parley.core.draft.DraftPart;
import org.parley.core.issue.Issues;
import org.parley.formats.draft.YamlText;
import org.parley.formats.tree.Limits;
import org.parley.formats.tree.Tree;
import org.parley.formats.tree.Trees;

/// Changes to the head of a draft, kept in step in the files that repeat it.
public final class HeadWork {

  private HeadWork() {}

  /// Files copied from an edition as those of a draft: of another edition, adopted by nobody yet.
  public static SortedMap<DraftPart, String> asDraft(Map<DraftPart, String> texts, String edition) {
    SortedMap<DraftPart, String> all = new TreeMap<>(texts);
    Map<String, String> head = Map.of("edition", edition, "authority", "draft");
    for (DraftPart part : all.keySet()) {
      if (part.equals(DraftPart.SCALE) || part.equals(DraftPart.CASES)) {
        all.computeIfPresent(part, (_, text) -> with(text, head));
      }
    }
    return all;
  }

  /// The cases and the plan beside a scale whose name or edition has changed; those in which
  /// nothing changes are left out.
  public static SortedMap<DraftPart, String> inStep(
      Map<DraftPart, String> texts, Map<String, String> changed) {
    SortedMap<DraftPart, String> others = new TreeMap<>();
    for (DraftPart part : new DraftPart[] {DraftPart.CASES, DraftPart.PLAN}) {
      String text = texts.get(part);
      if (text != null) {
        Map<String, String> head = new TreeMap<>(changed);
        head.keySet()
            .retainAll(
                part.equals(DraftPart.PLAN)
                    ? java.util.Set.of("scale")
                    : java.util.Set.of("scale", "edition"));
        String next = with(text, head);
        if (!next.equals(text)) {
          others.put(part, next);
        }
      }
    }
    return others;
  }

  private static String with(String text, Map<String, String> head) {
    Optional<Tree> tree =
        Trees.read(
            text.getBytes(StandardCharsets.UTF_8), "draft.yaml", Limits.DOCUMENT, new Issues());
    if (tree.isEmpty() || !(tree.get() instanceof Tree.Mapping top)) {
      return text;
    }
    YamlText yaml = new YamlText(text);
    head.forEach((key, value) ->
        top.find(key)
            .filter(Tree.Text.class::isInstance)
            .map(Tree.Text.class::cast)
            .filter(there -> !there.text().equals(value))
            .ifPresent(there -> yaml.replace(there, value)));
    return yaml.text();
  }
}
