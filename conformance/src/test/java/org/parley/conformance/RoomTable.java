package org.parley.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of rooms in HOUSE.md: which packages there are and which others each may import. */
record RoomTable(Map<String, List<String>> mayImport) {
  private static final String HOUSE = "org.parley.";
  private static final Pattern NAME = Pattern.compile("`([a-z.*]+)`");

  /**
   * Reads the rows under the heading "Rooms", the first column the room, the third what it may
   * import.
   */
  static RoomTable parse(String page) {
    Map<String, List<String>> rooms = new LinkedHashMap<>();
    boolean inside = false;
    for (String line : page.lines().toList()) {
      if (line.startsWith("## ")) {
        inside = line.equals("## Rooms");
      } else if (inside && line.startsWith("| `")) {
        String[] cells = line.split("\\|", -1);
        List<String> room = names(cells[1]);
        if (cells.length != 5 || room.size() != 1) {
          throw new IllegalArgumentException("not a row of the table of rooms: " + line);
        }
        if (rooms.put(room.getFirst(), names(cells[3])) != null) {
          throw new IllegalArgumentException("two rows for one room: " + line);
        }
      }
    }
    return new RoomTable(rooms);
  }

  private static List<String> names(String cell) {
    List<String> names = new ArrayList<>();
    Matcher matcher = NAME.matcher(cell);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /**
   * The room a package belongs to: its own row or the nearest row above it; empty when there is
   * none.
   */
  Optional<String> roomOf(String packageName) {
    if (!packageName.startsWith(HOUSE)) {
      return Optional.empty();
    }
    String name = packageName.substring(HOUSE.length());
    while (!mayImport.containsKey(name)) {
      int dot = name.lastIndexOf('.');
      if (dot < 0) {
        return Optional.empty();
      }
      name = name.substring(0, dot);
    }
    return Optional.of(name);
  }

  boolean allows(String room, String other) {
    return room.equals(other)
        || mayImport.getOrDefault(room, List.of()).stream().anyMatch(name -> covers(name, other));
  }

  /** True when {@code name}, as it stands in the last column, stands for {@code room}. */
  static boolean covers(String name, String room) {
    return name.endsWith(".*")
        ? room.startsWith(name.substring(0, name.length() - 1))
        : room.equals(name);
  }

  /** The rooms that {@code room} may import, with every {@code .*} spelled out. */
  List<String> importsOf(String room) {
    return mayImport.keySet().stream()
        .filter(other -> !other.equals(room) && allows(room, other))
        .toList();
  }
}
