package org.parley.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.parley.bench.sample.Incidents;

/// KIE's DMN engine, in the version that is fastest; it needs an older Drools and so is loaded
/// apart from everything else.
final class Dmn {

  private Dmn() {}

  static IntUnaryOperator open(Incidents incidents) {
    ToIntFunction<Map<String, Object>> decision = decision(DmnText.model(incidents.family()));
    Map<String, Object>[] maps = incidents.maps();
    return i -> decision.applyAsInt(maps[i]);
  }

  @SuppressWarnings("unchecked")
  private static ToIntFunction<Map<String, Object>> decision(String model) {
    ClassLoader apart = new URLClassLoader(jars(), ClassLoader.getPlatformClassLoader());
    Thread thread = Thread.currentThread();
    ClassLoader usual = thread.getContextClassLoader();
    thread.setContextClassLoader(apart);
    try {
      Class<?> decision = apart.loadClass("org.parley.bench.dmn.Decision");
      return (ToIntFunction<Map<String, Object>>)
          decision.getConstructor(String.class).newInstance(model);
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException(broken);
    } finally {
      thread.setContextClassLoader(usual);
    }
  }

  /// All libraries that the build laid into `bench/dmn/target/dmn`.
  private static URL[] jars() {
    try (Stream<Path> files = Files.list(folder())) {
      return files
          .filter(file -> file.toString().endsWith(".jar"))
          .map(Dmn::url)
          .toArray(URL[]::new);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// The folder `bench` is the nearest one above these classes that holds `dmn/target/dmn`.
  private static Path folder() {
    URI here;
    try {
      here = Dmn.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    } catch (URISyntaxException broken) {
      throw new IllegalStateException(broken);
    }
    return Stream.iterate(Path.of(here), at -> at != null, Path::getParent)
        .map(at -> at.resolve("dmn/target/dmn"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no dmn/target/dmn above " + here));
  }

  private static URL url(Path file) {
    try {
      return file.toUri().toURL();
    } catch (MalformedURLException broken) {
      throw new IllegalStateException(broken);
    }
  }
}
