package org.parley.cli;

import picocli.CommandLine.IVersionProvider;

/** What this program is, in one line; the number comes from the jar's own manifest. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String number = Version.class.getPackage().getImplementationVersion();
    return new String[] {"parley " + (number == null ? "(not packaged)" : number)};
  }
}
