package org.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The core asks nothing of the world: what java.base still offers beyond computing is closed here.
 */
class CorePurityTest {
  /** Types no class of the core may name at all. */
  private static final Pattern CLOSED_TYPES =
      Pattern.compile(
          "java\\.io\\.(?!Serializable$).*"
              + "|java\\.nio\\.(file|channels)\\..*"
              + "|java\\.net\\..*"
              + "|java\\.util\\.concurrent\\..*"
              + "|java\\.util\\.(Random|SplittableRandom|Timer|Scanner)"
              + "|java\\.util\\.random\\..*"
              + "|java\\.security\\.SecureRandom"
              + "|java\\.time\\.(Clock|InstantSource)"
              + "|java\\.lang\\.(IO|Thread|ThreadLocal|ScopedValue|Runtime|Process.*)"
              + "|java\\.lang\\.System\\$Logger"
              + "|java\\.lang\\.(reflect|invoke)\\.(?!(LambdaMetafactory|StringConcatFactory"
              + "|MethodHandles|MethodHandle|CallSite|MethodType|TypeDescriptor|VarHandle)).*");

  /**
   * Single members, as owner, dot, name and parameter types: the clock, chance, environment and
   * default locale.
   */
  private static final Pattern CLOSED_MEMBERS =
      Pattern.compile(
          "java\\.time\\..*\\.now\\(.*"
              + "|java\\.time\\.ZoneId\\.systemDefault\\(.*"
              + "|java\\.lang\\.Math\\.random\\(.*"
              + "|java\\.util\\.UUID\\.randomUUID\\(.*"
              + "|java\\.util\\.Collections\\.shuffle\\(.*"
              + "|java\\.util\\.(Locale|TimeZone)\\.getDefault\\(.*"
              + "|java\\.nio\\.charset\\.Charset\\.defaultCharset\\(.*"
              + "|java\\.lang\\.System\\.(?!(arraycopy|identityHashCode|lineSeparator)\\().*"
              + "|java\\.lang\\.Throwable\\.printStackTrace\\(.*"
              + "|java\\.lang\\.String\\.format\\(java\\.lang\\.String, .*"
              + "|java\\.lang\\.String\\.formatted\\(.*"
              + "|java\\.lang\\.String\\.to(Lower|Upper)Case\\(\\)"
              + "|java\\.util\\.stream\\.BaseStream\\.parallel\\(.*"
              + "|java\\.util\\.Collection\\.parallelStream\\(.*");

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.parley.core");

  @Test
  void theCoreNamesNoTypeThatReachesOutside() {
    List<String> found =
        CORE.stream()
            .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
            .filter(use -> CLOSED_TYPES.matcher(use.getTargetClass().getName()).matches())
            .map(Dependency::getDescription)
            .toList();

    assertThat(found).as("uses of closed types in core").isEmpty();
  }

  @Test
  void theCoreCallsNothingThatAnswersDifferentlyNextTime() {
    List<String> found =
        CORE.stream()
            .flatMap(type -> type.getAccessesFromSelf().stream())
            .filter(access -> CLOSED_MEMBERS.matcher(signature(access)).matches())
            .map(JavaAccess::getDescription)
            .toList();

    assertThat(found).as("uses of closed members in core").isEmpty();
  }

  @Test
  void theCoreRequiresNothingButJavaBaseAndTheNullnessAnnotations() throws IOException {
    Set<String> required =
        descriptor().requires().stream()
            .filter(requires -> !requires.modifiers().contains(Modifier.MANDATED))
            .map(requires -> requires.modifiers() + " " + requires.name())
            .collect(Collectors.toSet());

    assertThat(required).containsExactly("[STATIC] org.jspecify");
  }

  @Test
  void theCoreExportsEveryPackageItHas() throws IOException {
    Set<String> packages =
        CORE.stream()
            .filter(type -> !type.getSimpleName().equals("package-info"))
            .map(JavaClass::getPackageName)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> exported =
        descriptor().exports().stream()
            .map(ModuleDescriptor.Exports::source)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(exported).isEqualTo(packages);
  }

  /**
   * Owner, member and parameter types; a method inherited from a JDK type is named by who declares
   * it.
   */
  private static String signature(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    String owner =
        target
            .resolveMember()
            .map(member -> member.getOwner().getName())
            .orElse(target.getOwner().getName());
    String name = target.getFullName();
    return owner + name.substring(target.getOwner().getName().length());
  }

  private static ModuleDescriptor descriptor() throws IOException {
    Path file = ProjectFiles.root().resolve("core/target/classes/module-info.class");
    try (var in = Files.newInputStream(file)) {
      return ModuleDescriptor.read(in);
    }
  }
}
