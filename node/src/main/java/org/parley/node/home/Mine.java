package org.parley.node.home;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.parley.core.handling.Marking;
import org.parley.node.directory.Asking;

/// What awaits somebody beside the incidents of their lists.
///
/// @param tasks open tasks of their office, due soonest first
/// @param uninvited for administrators: accounts that cannot sign in yet
/// @param isAlone for administrators: whether no other could let people in
/// @param isNew whether the page for newcomers was not put away yet
/// @param asked that the State's sheet of offices be confirmed
/// @param ending for administrators: when the node's certificates end, where that is soon
/// @param forked of what in the network there are two texts under one number, as keys of words
public record Mine(
    List<Task> tasks,
    List<Newcomer> uninvited,
    boolean isAlone,
    boolean isNew,
    Optional<Asking.Asked> asked,
    Optional<Instant> ending,
    List<String> forked) {

  static final Mine NOTHING =
      new Mine(List.of(), List.of(), false, false, Optional.empty(), Optional.empty(), List.of());

  /// @param path of the incident
  /// @param marking of the incident
  public record Task(
      String path, String number, String words, Optional<Instant> due, Marking marking) {}

  /// @param path of the account
  public record Newcomer(String path, String name) {}
}
