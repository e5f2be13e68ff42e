package org.parley.node.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.core.people.Account;
import org.parley.core.people.AccountDeed;
import org.parley.desk.settings.SettingKey;
import org.parley.duties.people.Lodge;
import org.parley.node.Form;
import org.parley.node.TestNode;
import org.parley.node.people.Cast;

/// A node and its provider, and the ways between them.
final class Meeting {

  private static Meeting shared;

  final SmallProvider provider;
  final TestNode node;
  final Cast cast;

  private Meeting() {
    provider = new SmallProvider();
    node = TestNode.start(settings(provider, Map.of()));
    cast = new Cast(node);
  }

  /// One for all tests; its provider is honest again.
  static synchronized Meeting shared() {
    if (shared == null) {
      shared = new Meeting();
    }
    return shared;
  }

  static Map<SettingKey, String> settings(SmallProvider of, Map<SettingKey, String> more) {
    Map<SettingKey, String> all = new HashMap<>();
    all.put(SettingKey.REALM, "exercise:keys");
    all.put(SettingKey.PROVIDER_ISSUER, of.issuer());
    all.put(SettingKey.PROVIDER_CLIENT, SmallProvider.CLIENT);
    all.put(SettingKey.PROVIDER_SECRET, SmallProvider.SECRET);
    all.put(SettingKey.PROVIDER_NAME, "Alder <Key>");
    all.putAll(more);
    return all;
  }

  static String askToEnter(TestNode.Browser browser) {
    return browser.post("/sign-in", "/sign-in/provider", Form.of("back", "/audit")).body();
  }

  static String askToLink(TestNode.Browser browser) {
    return browser.post("/account", "/account/provider", Form.of()).body();
  }

  static HttpResponse<String> signIn(TestNode.Browser browser, String subject) {
    return browser.get(path(shared().provider.vouch(onward(askToEnter(browser)), subject)));
  }

  static void link(TestNode.Browser browser, String subject) {
    HttpResponse<String> linked =
        browser.get(path(shared().provider.vouch(onward(askToLink(browser)), subject)));
    assertThat(linked.body()).contains("<h1>Linked</h1>");
  }

  /// Where a page leads by itself.
  static String onward(String page) {
    Matcher matcher = Pattern.compile("content=\"0;url=([^\"]+)\"").matcher(page);
    assertThat(matcher.find()).as(page).isTrue();
    return matcher.group(1).replace("&amp;", "&");
  }

  static String path(String address) {
    URI uri = URI.create(address);
    return uri.getRawPath() + "?" + uri.getRawQuery();
  }

  static String cookie(HttpResponse<String> answer, String start) {
    return answer.headers().allValues("Set-Cookie").stream()
        .filter(cookie -> cookie.startsWith(start) && cookie.length() > 60)
        .findFirst()
        .orElse("");
  }

  static void refused(HttpResponse<String> answer, String says) {
    assertThat(answer.body()).contains(says);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(cookie(answer, "session=")).isEmpty();
  }

  static int accounts() {
    return shared()
        .node
        .context()
        .getBean(Lodge.class)
        .people()
        .look(register -> register.accounts().size());
  }

  static List<String> deeds(Account account) {
    return shared()
        .node
        .context()
        .getBean(Lodge.class)
        .people()
        .<List<AccountDeed>>look(register -> register.deeds(500))
        .stream()
        .filter(deed -> deed.account().equals(account.id()))
        .map(AccountDeed::what)
        .toList();
  }
}
