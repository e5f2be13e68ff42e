package org.parley.core.fact;

import java.util.List;
import java.util.Optional;

/// A published list of incident types; its types are the options of a fact.
///
/// @param name such as `rsit`
/// @param edition the edition its issuer gave it
/// @param classes groups of types, in the order of the issuer
public record TypeList(
    String name, String edition, String title, String issuer, List<TypeClass> classes) {

  /// A group of types.
  ///
  /// @param key may be the key of a type as well
  public record TypeClass(String key, List<Type> types) {}

  /// A type of incident.
  ///
  /// @param key occurs once in the list
  /// @param means one sentence, in own words, in English
  public record Type(String key, String means) {}

  /// All types in their order: the options of the fact.
  public List<String> keys() {
    return classes.stream().flatMap(each -> each.types().stream()).map(Type::key).toList();
  }

  /// The class that a type belongs to.
  public Optional<String> classOf(String type) {
    return classes.stream()
        .filter(each -> each.types().stream().anyMatch(one -> one.key().equals(type)))
        .map(TypeClass::key)
        .findFirst();
  }
}
