package org.parley.node.people;

import java.util.EnumSet;
import java.util.Set;
import org.parley.core.people.Scope;

/// What the form for a token says, as it was typed.
public record TokenForm(String name, Set<Scope> scopes, String days) {

  static final TokenForm NOTHING = new TokenForm("", EnumSet.noneOf(Scope.class), "30");
}
