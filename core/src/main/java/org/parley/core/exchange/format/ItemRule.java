package org.parley.core.exchange.format;

import java.util.Optional;

/// One item of a format.
///
/// @param number never given to another question, also in later editions
/// @param key for label files and programs
/// @param title what is asked, in English
/// @param several whether it can have more than one value
/// @param need what the sender must say
/// @param nil what NIL means here; empty where NIL is not allowed
public record ItemRule(
    int number,
    String key,
    String title,
    ItemType type,
    boolean several,
    Need need,
    Optional<String> nil) {

  /// Whether what stands here can say the same in another language: free text can, a reference
  /// stays what it is, and all else reads alike in every language.
  public boolean isTranslatable() {
    return type instanceof ItemType.Text && !key.equals("reference");
  }

  /// What the sender must say under an item.
  public enum Need {
    /// A value.
    VALUE,
    /// A value, NIL where allowed, or why it is not said.
    WORD,
    /// Nothing.
    NONE
  }
}
