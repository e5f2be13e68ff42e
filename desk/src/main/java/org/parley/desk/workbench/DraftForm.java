package org.parley.desk.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.parley.core.draft.DraftPart;
import org.parley.formats.draft.YamlText;
import org.parley.formats.tree.Tree;

/// The values of a draft's file that a form can change. The file is changed in their places and
/// nowhere else.
public final class DraftForm {

  private final List<FormField> fields;

  DraftForm(List<FormField> fields) {
    this.fields = List.copyOf(fields);
  }

  /// @param part a scale or a response plan
  public static DraftForm of(DraftReading reading, DraftPart part, FormWords words) {
    Optional<Tree> tree = reading.tree(part);
    if (tree.isEmpty()) {
      return new DraftForm(List.of());
    }
    FormWalk walk = new FormWalk(new YamlText(reading.text(part)), tree.get(), words);
    return new DraftForm(part.equals(DraftPart.PLAN) ? walk.plan() : walk.scale());
  }

  public List<FormField> fields() {
    return fields;
  }

  /// The fields by part of the form; parts without any are left out.
  public SequencedMap<FormField.Section, List<FormField>> sections() {
    SequencedMap<FormField.Section, List<FormField>> all = new LinkedHashMap<>();
    for (FormField.Section section : FormField.Section.values()) {
      List<FormField> own = fields.stream().filter(field -> field.section() == section).toList();
      if (!own.isEmpty()) {
        all.put(section, own);
      }
    }
    return all;
  }

  /// The text with other values in the places of those that were changed.
  ///
  /// @param text the very text that the fields were read from
  /// @param values by path; a path that the form does not have is left alone
  public String changed(String text, Map<String, String> values) {
    YamlText yaml = new YamlText(text);
    for (FormField field : fields) {
      String value = FormField.typed(values.getOrDefault(field.path(), ""));
      if (value.isEmpty() || value.equals(field.value())) {
        continue;
      }
      if (field.isWide()) {
        yaml.replaceLines(field.at(), value);
      } else {
        yaml.replace(field.at(), value);
      }
    }
    return yaml.text();
  }

  /// The names of the values that were changed, as the form calls them.
  public List<String> named(Map<String, String> values) {
    List<String> names = new ArrayList<>();
    for (FormField field : fields) {
      String value = values.get(field.path());
      if (value != null && !FormField.typed(value).equals(field.value())) {
        names.add(field.says());
      }
    }
    return names;
  }
}
