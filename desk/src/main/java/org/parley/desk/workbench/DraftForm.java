package org.parley.desk.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.parley.core.draft.DraftPart;
import org.parley.formats.draft.YamlText;
import org.parley.formats.tree.Tree;

/// The values of a draft's file that a form can change. The file is changed in their places and
/// nowhere else.
public final class DraftForm {

  /// The last steps to the level that a cell names and to the source of its own that it has.
  static final String LEVEL = "~level";

  static final String SOURCE = "~source";

  private final List<FormField> fields;

  /// The cells of a matrix that lie in one plane.
  ///
  /// @param says what is fixed in it; empty where there are two axes
  public record Grid(String says, List<String> columns, List<Row> rows) {}

  /// @param cells from left to right, each with what can be changed in it; empty where it says
  ///   nothing
  public record Row(String says, List<List<FormField>> cells) {}

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

  /// The cells of a matrix as tables.
  public List<Grid> grids() {
    SequencedMap<String, SequencedMap<String, SequencedMap<String, List<FormField>>>> planes =
        new LinkedHashMap<>();
    Set<String> columns = new LinkedHashSet<>();
    for (FormField field : fields) {
      if (field.section() == FormField.Section.CELLS) {
        List<String> steps = new ArrayList<>(List.of(field.says().split(" › ", -1)));
        if (field.path().endsWith(SOURCE)) {
          steps.removeLast();
        }
        steps = steps.subList(Math.max(0, steps.size() - axes(field.path())), steps.size());
        String column = steps.removeLast();
        String row = steps.size() > 1 ? steps.removeLast() : "";
        columns.add(column);
        planes
            .computeIfAbsent(String.join(" › ", steps), _ -> new LinkedHashMap<>())
            .computeIfAbsent(row, _ -> new LinkedHashMap<>())
            .computeIfAbsent(column, _ -> new ArrayList<>())
            .add(field);
      }
    }
    List<Grid> grids = new ArrayList<>();
    planes.forEach((says, rows) -> {
      List<Row> all = new ArrayList<>();
      rows.forEach((row, cells) ->
          all.add(
              new Row(
                  row,
                  columns.stream().map(each -> cells.getOrDefault(each, List.of())).toList())));
      grids.add(new Grid(says, List.copyOf(columns), all));
    });
    return grids;
  }

  /// How many steps of a cell's place are options of criteria.
  private static int axes(String path) {
    String cell = path.substring(path.lastIndexOf("cells/"));
    return cell.replaceAll("/~[a-z]+$", "").split("/", -1).length - 1;
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
