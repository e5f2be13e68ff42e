package org.parley.desk.pdf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A pair of typefaces of the machine, found where systems keep them. None is part of the program.
///
/// @param regular for running text
/// @param bold for what stands out
public record Typefaces(Typeface regular, Typeface bold) {

  /// Letters that one must have: those of all six languages' alphabets that are rarest.
  private static final String LETTERS = "AzÀÉèßÑñœŒÜüÍìЁёЖжЩщЫы№–’“„«¿";

  private static final List<String> FOLDERS =
      List.of(
          "/usr/share/fonts/truetype/dejavu",
          "/usr/share/fonts/dejavu-serif-fonts",
          "/usr/share/fonts/dejavu",
          "/usr/share/fonts/TTF",
          "/usr/share/fonts/truetype/liberation",
          "/usr/share/fonts/truetype/liberation2",
          "/usr/share/fonts/liberation-serif",
          "/usr/share/fonts/truetype/noto",
          "/usr/share/fonts/noto",
          "/System/Library/Fonts/Supplemental",
          "C:/Windows/Fonts");

  private static final List<List<String>> NAMES =
      List.of(
          List.of("DejaVuSerif.ttf", "DejaVuSerif-Bold.ttf"),
          List.of("LiberationSerif-Regular.ttf", "LiberationSerif-Bold.ttf"),
          List.of("NotoSerif-Regular.ttf", "NotoSerif-Bold.ttf"),
          List.of("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"),
          List.of("Times New Roman.ttf", "Times New Roman Bold.ttf"),
          List.of("times.ttf", "timesbd.ttf"));

  /// The first pair that is whole; empty where the machine has none.
  public static Optional<Typefaces> find() {
    return find(FOLDERS.stream().map(Path::of).toList());
  }

  static Optional<Typefaces> find(List<Path> folders) {
    List<Typefaces> found = new ArrayList<>();
    for (List<String> pair : NAMES) {
      for (Path folder : folders) {
        if (found.isEmpty()) {
          Typeface.read(folder.resolve(pair.get(0)), LETTERS)
              .flatMap(regular ->
                  Typeface.read(folder.resolve(pair.get(1)), LETTERS)
                      .map(bold -> new Typefaces(regular, bold)))
              .ifPresent(found::add);
        }
      }
    }
    return found.stream().findFirst();
  }
}
