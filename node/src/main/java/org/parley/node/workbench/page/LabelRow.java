package org.parley.node.workbench.page;

/// One name.
///
/// @param key what the file calls the thing
/// @param english what it is called in English, to translate from
public record LabelRow(String path, String key, String english, String text) {

  public String id() {
    return "l-" + path.replaceAll("[^A-Za-z0-9]", "-");
  }
}
