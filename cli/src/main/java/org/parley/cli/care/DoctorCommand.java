package org.parley.cli.care;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.parley.cli.ExitStatus;
import org.parley.cli.Talk;
import org.parley.cli.care.copy.NodeFiles;
import org.parley.cli.care.copy.Refusal;
import org.parley.cli.care.doctor.Doctor;
import org.parley.cli.care.doctor.Finding;
import org.parley.cli.care.doctor.Finding.Weight;
import org.parley.core.issue.Checked;
import org.parley.core.issue.IssueCode;
import org.parley.desk.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Looks a node over.
@Command(
    name = "doctor",
    description = {
      "Looks at everything a node needs and says of each thing what to do. Writes nothing, and"
          + " may run beside the node.",
      "Ends with 0 where all is well, 1 where something is to be seen to soon, 2 where something"
          + " is wrong now."
    },
    mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {

  @Mixin private final Talk talk = new Talk();
  @Mixin private final DataOption data = new DataOption();

  @Option(names = "--quiet", description = "Only what is to be done.")
  private boolean quiet;

  @Override
  public Integer call() {
    return Careful.run(talk, this::look);
  }

  private int look() throws IOException, Refusal {
    if (!Files.isDirectory(data.folder)) {
      throw new Refusal(
          IssueCode.NO_NODE_HERE,
          data.folder.toString(),
          "there is no such folder",
          "Say which one with --data; parley serve --data DIR makes one.");
    }
    Checked<Settings> settings = data.settings();
    if (!(settings instanceof Checked.Sound<Settings>(Settings sound, _))) {
      talk.complain(settings.issues());
      return ExitStatus.NOW;
    }
    List<Finding> all = Doctor.look(sound, NodeFiles.of(sound), InstantSource.system().instant());
    all.stream().filter(each -> !quiet || each.remedy().isPresent()).forEach(this::tell);
    return status(all);
  }

  private void tell(Finding finding) {
    talk.out().printf("%-5s %-9s %s%n", finding.weight().word(), finding.about(), finding.says());
    finding.remedy().ifPresent(remedy -> talk.out().printf("%-15s → %s%n", "", remedy));
  }

  static int status(List<Finding> all) {
    Weight worst =
        all.stream()
            .map(Finding::weight)
            .max(java.util.Comparator.naturalOrder())
            .orElse(Weight.WELL);
    return switch (worst) {
      case WELL, NOTE -> ExitStatus.OK;
      case SOON -> ExitStatus.SOON;
      case NOW -> ExitStatus.NOW;
    };
  }
}
