package org.parley.couriers.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Properties;

/// A mail server and our account there.
///
/// @param secured TLS from the first octet, the server's name checked; without it, only on this
///   machine
public record MailServer(String host, int port, boolean secured, String user, String password) {

  public MailServer {
    if (!secured && !isLoopback(host)) {
      throw new IllegalArgumentException("mail leaves this machine only through TLS: " + host);
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  /// @param protocol `smtp` or `imap`
  Session session(String protocol) {
    Properties settings = new Properties();
    String name = "mail." + protocol(protocol);
    settings.setProperty("mail.transport.protocol", protocol("smtp"));
    settings.setProperty("mail.store.protocol", protocol("imap"));
    settings.setProperty(name + ".host", host);
    settings.setProperty(name + ".port", Integer.toString(port));
    settings.setProperty(name + ".auth", "true");
    settings.setProperty(name + ".ssl.checkserveridentity", "true");
    settings.setProperty(name + ".ssl.protocols", "TLSv1.3 TLSv1.2");
    settings.setProperty(name + ".connectiontimeout", "15000");
    settings.setProperty(name + ".timeout", "60000");
    settings.setProperty(name + ".writetimeout", "60000");
    // Pieces of the usual size make a full parcel a thousand questions.
    settings.setProperty(name + ".fetchsize", "1048576");
    // Without it the greeting names our machine.
    settings.setProperty(name + ".localhost", "node.invalid");
    return Session.getInstance(
        settings,
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            return new PasswordAuthentication(user, password);
          }
        });
  }

  private String protocol(String plain) {
    return secured ? plain + "s" : plain;
  }

  /// Never the password.
  @Override
  public String toString() {
    return "mail server " + host + ":" + port;
  }
}
