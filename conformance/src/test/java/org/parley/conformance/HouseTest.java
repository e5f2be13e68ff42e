package org.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of rooms in HOUSE.md is kept by the code. */
class HouseTest {
  private static final RoomTable TABLE =
      RoomTable.parse(ProjectFiles.text(ProjectFiles.root().resolve("HOUSE.md")));
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.parley");

  @Test
  void everyPackageIsInARoomOfTheTable() {
    Set<String> homeless =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .filter(name -> TABLE.roomOf(name).isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(homeless).as("packages without a row in HOUSE.md").isEmpty();
  }

  @Test
  void roomsImportOnlyWhatTheTableAllows() {
    List<String> trespasses = new ArrayList<>();
    for (JavaClass from : CLASSES) {
      for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
        trespass(dependency).ifPresent(trespasses::add);
      }
    }

    assertThat(trespasses).as("imports that HOUSE.md does not allow").isEmpty();
  }

  @Test
  void theWallsSeeEveryPackageOfTheSources() {
    Set<String> inSources =
        ProjectFiles.javaSources("main").stream()
            .filter(file -> !file.endsWith("module-info.java"))
            .filter(file -> !ProjectFiles.relative(file).startsWith("bench/"))
            .map(file -> ProjectFiles.relative(file.getParent()))
            .map(path -> path.substring(path.indexOf("src/main/java/") + 14).replace('/', '.'))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> seen =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(seen).containsExactlyElementsOf(inSources);
  }

  @Test
  void theTableNamesOnlyRoomsOfItsOwn() {
    List<String> unknown = new ArrayList<>();
    TABLE
        .mayImport()
        .forEach((room, names) ->
            names.stream()
                .filter(name -> rooms().stream().noneMatch(r -> RoomTable.covers(name, r)))
                .forEach(name -> unknown.add(room + " may import " + name)));

    assertThat(rooms()).isNotEmpty();
    assertThat(unknown).as("names in HOUSE.md that are no room").isEmpty();
  }

  @Test
  void noRoomCanReachItselfThroughOthers() {
    for (String room : rooms()) {
      assertThat(reachableFrom(room)).as("rooms that %s leads to", room).doesNotContain(room);
    }
  }

  private static Set<String> rooms() {
    return TABLE.mayImport().keySet();
  }

  private static Set<String> reachableFrom(String room) {
    Set<String> reached = new HashSet<>();
    List<String> toVisit = new ArrayList<>(TABLE.importsOf(room));
    while (!toVisit.isEmpty()) {
      String next = toVisit.removeLast();
      if (reached.add(next)) {
        toVisit.addAll(TABLE.importsOf(next));
      }
    }
    return reached;
  }

  private static Optional<String> trespass(Dependency dependency) {
    Optional<String> from = TABLE.roomOf(dependency.getOriginClass().getPackageName());
    Optional<String> to = TABLE.roomOf(dependency.getTargetClass().getPackageName());
    if (from.isEmpty() || to.isEmpty() || TABLE.allows(from.get(), to.get())) {
      return Optional.empty();
    }
    return Optional.of(from.get() + " -> " + to.get() + ": " + dependency.getDescription());
  }
}
