package org.parley.node.scales;

import java.util.List;

/// One edition as the list shows it.
///
/// @param address of its page
/// @param name as people quote it
/// @param authority whose text it is
/// @param levels mildest first
public record ScaleRow(
    String address, String title, String name, String issuer, String authority, List<Step> levels) {

  /// @param step of colour, 0 to 5
  public record Step(String name, int step) {}
}
