package org.parley.conformance;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A Java source read by the compiler's own parser: what is in it and how large each thing is. */
final class SourceFile {
  private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

  /** One for all files: each of its own would look for the class path anew, which nothing needs. */
  private static final StandardJavaFileManager FILES =
      COMPILER.getStandardFileManager(null, null, null);

  /**
   * A type, method or constructor with its line and a size: lines for methods, parameters for
   * constructors.
   */
  record Found(String name, long line, long size) {}

  private final List<Found> types = new ArrayList<>();
  private final List<Found> methods = new ArrayList<>();
  private final List<Found> constructors = new ArrayList<>();
  private final List<Found> strings = new ArrayList<>();
  private final int topLevelTypes;
  private final String packageName;

  private SourceFile(CompilationUnitTree unit, SourcePositions positions) {
    topLevelTypes = unit.getTypeDecls().size();
    packageName = unit.getPackage() == null ? "" : unit.getPackage().getPackageName().toString();
    unit.accept(new Measure(unit, positions), null);
  }

  static SourceFile parse(String text) {
    var task =
        (JavacTask)
            COMPILER.getTask(
                null, FILES, null, List.of("-proc:none"), null, List.of(new InMemory(text)));
    try {
      CompilationUnitTree unit = task.parse().iterator().next();
      return new SourceFile(unit, Trees.instance(task).getSourcePositions());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Found> types() {
    return types;
  }

  /** Methods and initialisers; the size is in lines, without the comment above. */
  List<Found> methods() {
    return methods;
  }

  /** Constructors and records; the size is the number of parameters or components. */
  List<Found> constructors() {
    return constructors;
  }

  /** String literals and text blocks; the name is the text. */
  List<Found> strings() {
    return strings;
  }

  int topLevelTypes() {
    return topLevelTypes;
  }

  String packageName() {
    return packageName;
  }

  private static final class InMemory extends SimpleJavaFileObject {
    private final String text;

    InMemory(String text) {
      super(URI.create("string:///Source.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private final class Measure extends TreeScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    Measure(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      String name = type.getSimpleName().toString();
      if (!name.isEmpty()) {
        types.add(new Found(name, line(type), lines(type)));
      }
      if (type.getKind() == Tree.Kind.RECORD) {
        long components = type.getMembers().stream().filter(this::isComponent).count();
        constructors.add(new Found(name, line(type), components));
      }
      for (Tree member : type.getMembers()) {
        if (member instanceof BlockTree initialiser) {
          methods.add(new Found(name + " { }", line(initialiser), lines(initialiser)));
        }
      }
      return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      String name = method.getName().toString();
      methods.add(new Found(name, line(method), lines(method)));
      if (name.equals("<init>")) {
        constructors.add(new Found(name, line(method), method.getParameters().size()));
      }
      return super.visitMethod(method, null);
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void nothing) {
      if (literal.getValue() instanceof String text) {
        strings.add(new Found(text, line(literal), text.length()));
      }
      return super.visitLiteral(literal, null);
    }

    /** A record has no other instance fields than its components. */
    private boolean isComponent(Tree member) {
      return member instanceof VariableTree field
          && !field.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private long line(Tree tree) {
      return unit.getLineMap().getLineNumber(positions.getStartPosition(unit, tree));
    }

    private long lines(Tree tree) {
      return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, tree)) - line(tree) + 1;
    }
  }
}
