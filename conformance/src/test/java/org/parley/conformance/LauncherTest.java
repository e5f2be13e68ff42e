package org.parley.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, run for real. */
class LauncherTest {
  @TempDir private Path folder;
  private StandInHouse house;

  @BeforeEach
  void buildTheStandIns() throws Exception {
    house = new StandInHouse(folder);
  }

  @Test
  void aJdkThatFitsIsFoundBesideAnOlderOne() throws Exception {
    house.jdk("jvm/temurin 25", "25.0.3");

    StandInHouse.Run run = house.run("--version");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("java of temurin 25 in " + house.caller())
        .contains("[--version]");
  }

  @Test
  void withoutAJdkThatFitsOnePlainMessageSaysWhatToInstall() throws Exception {
    StandInHouse.Run run = house.run("--version");

    assertThat(run.status()).isEqualTo(69);
    assertThat(run.err()).contains("needs a JDK 25").contains("PARLEY_JAVA_HOME");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aRuntimeWithoutCompilerRunsWhatIsBuiltButDoesNotBuild() throws Exception {
    Path runtime = house.jdk("jvm/runtime-25", "25.0.3");
    Files.delete(runtime.resolve("bin/javac"));

    assertThat(house.run("--version").err()).contains("bin/javac");

    house.built();
    assertThat(house.run("--version").out()).startsWith("java of runtime-25");
  }

  @Test
  void withoutMavenOnePlainMessageSaysWhatToInstall() throws Exception {
    house.jdk("jvm/jdk-25", "25.0.3");
    Files.delete(house.folder().resolve("bin/mvn"));
    for (String tool :
        List.of("sh", "dirname", "basename", "sed", "find", "head", "mkdir", "cat")) {
      StandInHouse.executable(
          house.folder().resolve("bin").resolve(tool),
          "#!/bin/sh\nexec " + StandInHouse.toolOnThisMachine(tool) + " \"$@\"\n");
    }

    StandInHouse.Run run =
        house.runWith(
            List.of("PATH=" + house.folder().resolve("bin")), house.file("parley"), "--version");

    assertThat(run.status()).isEqualTo(69);
    assertThat(run.err()).contains("found no mvn").contains("apt-get install maven");
  }

  @Test
  void theFirstUseBuildsAndTheNextDoesNot() throws Exception {
    house.jdk("jvm/jdk-25", "25.0.3");

    StandInHouse.Run first = house.run("scale", "list");
    StandInHouse.Run second = house.run("scale", "list");

    assertThat(first.err()).contains("building");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(house.mavenCalls()).hasSize(1);
  }

  @Test
  void changedSourcesAndReferenceDataAreBuiltAgain() throws Exception {
    house.jdk("jvm/jdk-25", "25.0.3");
    house.run("x");

    for (String file : List.of("core/src/main/A.java", "library/x.yaml", "cli/pom.xml")) {
      StandInHouse.later(house.file(file));
      int before = house.mavenCalls().size();
      house.run("x");
      assertThat(house.mavenCalls()).as("builds after %s changed", file).hasSize(before + 1);
      // The stand-in's stamp lies before the changed file's time, which is in the future.
      Files.setLastModifiedTime(house.file(file), FileTime.from(Instant.EPOCH));
    }
  }

  @Test
  void aFailedBuildShowsItsEndAndSaysWhereTheRestIs() throws Exception {
    house.jdk("jvm/jdk-25", "25.0.3");

    StandInHouse.Run run = house.runWith(List.of("MAVEN_FAILS=yes"), house.file("parley"), "x");

    assertThat(run.status()).isEqualTo(69);
    assertThat(run.err()).contains("it broke here").contains("build.log");
    assertThat(house.file("target/building")).doesNotExist();
  }

  @Test
  void twoFirstRunsAtOnceBuildOnce() throws Exception {
    house.jdk("jvm/jdk-25", "25.0.3");
    List<String> slow = List.of("MAVEN_TAKES=2");

    Process one = house.start(slow, house.file("parley"), "x");
    Process two = house.start(slow, house.file("parley"), "x");

    assertThat(house.finish(one).status()).isZero();
    assertThat(house.finish(two).status()).isZero();
    assertThat(house.mavenCalls()).hasSize(1);
  }

  @Test
  void aLockLeftByAKilledBuildIsTakenOver() throws Exception {
    house.jdk("jvm/jdk-25", "25.0.3");
    Files.createDirectories(house.file("target/building"));
    Files.writeString(house.file("target/building/holder"), "999999999");

    assertThat(house.run("x").status()).isZero();
  }

  @Test
  void calledThroughLinksFromElsewhereItKeepsTheCallersFolderAndWords() throws Exception {
    house.jdk("jvm/jdk-25", "25.0.3");
    Path link =
        Files.createSymbolicLink(
            house.folder().resolve("a link"), Path.of("a house with spaces/parley"));
    Path linkToLink = Files.createSymbolicLink(house.folder().resolve("bin/parley"), link);

    StandInHouse.Run run =
        house.runWith(List.of(), linkToLink, "classify", "my file.yaml", "*", "");

    assertThat(run.out())
        .startsWith("java of jdk-25 in " + house.caller() + "\n")
        .contains("[" + house.file("cli/target/parley/parley-cli.jar") + "]")
        .endsWith("[classify]\n[my file.yaml]\n[*]\n[]\n");
  }

  @Test
  void theStartUpCacheBelongsToOneJdkBuild() throws Exception {
    Path first = house.jdk("jvm/jdk-25", "25.0.3");
    assertThat(house.run("x").out()).contains("-XX:AOTCache=").contains("25.0.3+9");

    Files.writeString(first.resolve("release"), StandInHouse.release("25.0.4"));
    assertThat(house.run("x").out()).contains("25.0.4+9");
    assertThat(house.run("x").err()).isEmpty();
  }

  @Test
  void longWorkGetsTheOptimisingCompiler() throws Exception {
    house.jdk("jvm/jdk-25", "25.0.3");

    assertThat(house.run("classify", "f.yaml").out()).contains("TieredStopAtLevel=1");
    assertThat(house.run("classify", "--archive", "f.ndjson").out())
        .doesNotContain("TieredStopAtLevel");
  }

  @Test
  void testRunsEveryTestAndBuildOnlyTheProgram() throws Exception {
    house.jdk("jvm/jdk-25", "25.0.3");

    house.run("test", "-Dtest=X");
    house.run("build");

    assertThat(house.mavenCalls().get(0)).endsWith("verify -Dtest=X").doesNotContain("skip");
    assertThat(house.mavenCalls().get(1)).contains("-pl cli").endsWith("package");
  }

  @Test
  void theFolderOfTheDemoGoesWhenItEnds() throws Exception {
    house.jdk("jvm/jdk-25", "25.0.3");

    StandInHouse.Run run = house.run("demo", "--pages");

    assertThat(run.status()).as(run.err()).isZero();
    List<String> lines = run.out().lines().toList();
    String folder = lines.get(lines.indexOf("[--data]") + 1).replaceAll("[\\[\\]]", "");
    assertThat(folder).contains("parley-demo.");
    assertThat(Path.of(folder)).doesNotExist();
  }

  @Test
  void packageTakesNothingButAKeyThatCanBeReadAndBuildsNothingBefore() throws Exception {
    house.jdk("jvm/jdk-25", "25.0.3");

    StandInHouse.Run odd = house.run("package", "--to", "there");
    StandInHouse.Run unread = house.run("package", "--sign", "no such key");

    assertThat(odd.status()).isEqualTo(64);
    assertThat(odd.err()).contains("package [--sign KEY]");
    assertThat(unread.status()).isEqualTo(69);
    assertThat(unread.err()).contains("--sign needs a private key in PEM");
    assertThat(house.mavenCalls()).isEmpty();
  }

  @Test
  void serveRunsTheNodeAndBuildsItOnce() throws Exception {
    house.jdk("jvm/jdk-25", "25.0.3");

    StandInHouse.Run first = house.run("serve", "--data", "a folder");
    StandInHouse.Run second = house.run("serve", "--data", "a folder");

    assertThat(first.out())
        .contains("[" + house.file("node/target/parley/parley-node.jar") + "]")
        .endsWith("[--data]\n[a folder]\n");
    assertThat(second.out()).isEqualTo(first.out());
    assertThat(second.err()).isEmpty();
    assertThat(house.mavenCalls()).singleElement().asString().contains("-pl node -am");
  }

  @Test
  void benchBuildsInItsProfileAndLeavesTheProgramAlone() throws Exception {
    house.jdk("jvm/jdk-25", "25.0.3");

    StandInHouse.Run run = house.run("bench", "--quick");

    assertThat(house.mavenCalls()).singleElement().asString().contains("-Pbench");
    assertThat(run.out()).contains("parley-bench.jar").contains("[--quick]");
    assertThat(house.run("x").err()).contains("building");
  }

  @Test
  void theRealJvmTakesTheFlagsAndANewOrSpoiltCacheIsNoError() throws Exception {
    house.builtFromSource(
        "public static void main(String[] words) { System.out.println(words.length); }");
    List<String> thisJdk = List.of("PARLEY_JAVA_HOME=" + System.getProperty("java.home"));

    for (int time = 1; time <= 3; time++) {
      StandInHouse.Run run = house.runWith(thisJdk, house.file("parley"), "a", "b c");

      assertThat(run).as("run %s", time).isEqualTo(new StandInHouse.Run(0, "2\n", ""));
      assertThat(house.cache()).isNotEmptyFile();
      if (time == 2) {
        Files.writeString(house.cache(), "spoilt");
      }
    }
    assertThat(house.runWith(thisJdk, house.file("parley"), "--archive").out()).isEqualTo("1\n");
  }
}
