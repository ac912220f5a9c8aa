package io.github.tokenpreflight.suggest;

import io.github.tokenpreflight.catalogue.Endpoint;
import io.github.tokenpreflight.catalogue.Endpoints;
import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.catalogue.Scopes;
import io.github.tokenpreflight.requirements.SchemaLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// From the refused calls in the log of a job, or in the output of `gh api --verbose`, to a
/// requirements file.
public final class Refusals {
  private static final Pattern PREFIX =
      Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z |\\u001B\\[[\\d;]*m");
  private static final Pattern START =
      Pattern.compile("^> (GET|POST|PUT|PATCH|DELETE) (/\\S*)|HttpError|RequestError");
  private static final Pattern ONE_LINE =
      Pattern.compile("(GET|POST|PUT|PATCH|DELETE) (https://[^ :]+(?::\\d+)?/[^ :]*): 403");
  private static final Pattern GH = Pattern.compile("HTTP 403: .*\\((https://[^)\\s]+)\\)");
  private static final Pattern URL = Pattern.compile("\\burl: '(https://[^']+)'");
  private static final Pattern METHOD = Pattern.compile("\\bmethod: '([A-Z]+)'");
  private static final Pattern HEADER =
      Pattern.compile("(?i)x-accepted-github-permissions'?: '?([\\w=;, ]+)");
  private static final Pattern REFUSED =
      Pattern.compile(
          "HTTP/[\\d.]+ 403|status: 403|Resource not accessible by|Must have admin rights");
  private static final Pattern WENT_THROUGH = Pattern.compile("HTTP/[\\d.]+ [23]\\d\\d");
  private static final Pattern DENIED =
      Pattern.compile("Permission to ([\\w.-]+/[\\w.-]+?)(?:\\.git)? denied to");
  private static final Pattern WORKFLOW =
      Pattern.compile("refusing to allow an? .* to create or update workflow");
  private static final Pattern SCOPES =
      Pattern.compile("one of the following scopes: \\[([^\\]]+)]");
  private static final Pattern PACKAGES =
      Pattern.compile("permission_denied: (write|read)_package|does not match expected scopes");

  private final Map<String, String> repositories = new TreeMap<>();
  private final Map<String, String> permissions = new TreeMap<>();
  private final Map<String, String> endpoints = new TreeMap<>();
  private final Map<String, String> scopes = new TreeMap<>();
  private final String path;
  private boolean ofJob;
  private String method = "";
  private String url = "";
  private String accepted = "";
  private boolean refused;
  private int line;

  private Refusals(String path) {
    this.path = path;
  }

  /// The file, or nothing where the log holds no refusal that can be read.
  ///
  /// @param path of the log, to be shown
  public static Optional<String> in(String path, String log) {
    Refusals refusals = new Refusals(path);
    int number = 0;
    for (String raw : log.lines().toList()) {
      refusals.read(PREFIX.matcher(raw).replaceAll(""), ++number);
    }
    refusals.flush();
    return refusals.text();
  }

  private void read(String text, int number) {
    ofJob = ofJob || text.contains("by integration") || text.contains("github-actions[bot]");
    Matcher start = START.matcher(text);
    if (start.find()) {
      flush();
      line = number;
      method = start.group(1) == null ? "" : start.group(1);
      url = start.group(2) == null ? "" : start.group(2);
    }
    Matcher one = ONE_LINE.matcher(text);
    Matcher gh = GH.matcher(text);
    if (one.find()) {
      flush();
      call(one.group(1), one.group(2), number);
      return;
    }
    if (gh.find()) {
      flush();
      call("", gh.group(1), number);
      return;
    }
    if (WENT_THROUGH.matcher(text).find()) {
      url = "";
    }
    url = found(URL, text, url);
    method = found(METHOD, text, method);
    accepted = found(HEADER, text, accepted);
    refused = refused || REFUSED.matcher(text).find();
    sentences(text, number);
  }

  private static String found(Pattern pattern, String text, String before) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? matcher.group(1) : before;
  }

  private void sentences(String text, int number) {
    Matcher denied = DENIED.matcher(text);
    if (denied.find()) {
      repositories.put(denied.group(1) + ": push", at(number));
      permissions.put("contents: write", at(number));
    }
    if (WORKFLOW.matcher(text).find()) {
      permissions.put("workflows: write", at(number));
    }
    Matcher wanted = SCOPES.matcher(text);
    if (wanted.find()) {
      String first = wanted.group(1).replace("'", "").split(",", 2)[0].strip();
      Scopes.standard().find(first).ifPresent(scope -> scopes.put(scope.name(), at(number)));
    }
    Matcher packages = PACKAGES.matcher(text);
    if (packages.find()) {
      String level = packages.group(1) == null ? "write" : packages.group(1);
      scopes.put(level + ":packages", at(number));
    }
  }

  /// The end of what is said about one call.
  private void flush() {
    if (refused && !url.isEmpty()) {
      call(method, url, line);
    }
    if (refused) {
      for (String need : accepted.split(";", 2)[0].split(",", -1)) {
        need(need.strip());
      }
    }
    method = "";
    url = "";
    accepted = "";
    refused = false;
  }

  private void need(String need) {
    int equals = need.indexOf('=');
    Optional<Permission> permission =
        Permissions.standard().find(equals < 0 ? "" : need.substring(0, equals));
    Optional<Level> level = Level.parse(equals < 0 ? "" : need.substring(equals + 1));
    if (permission.isPresent() && level.filter(permission.get().levels()::contains).isPresent()) {
      permissions.put(
          permission.get().name() + ": " + level.get().wireName(),
          at(line) + ", as GitHub's answer says");
    }
  }

  private void call(String verb, String address, int number) {
    RestCall rest = RestCall.of(verb.isEmpty() ? "GET" : verb, address);
    List<String> methods = Endpoints.standard().methodsFor(rest.path());
    String meant =
        !verb.isEmpty() || methods.isEmpty()
            ? rest.method()
            : methods.contains("POST") ? "POST" : methods.getLast();
    Optional<Endpoint> endpoint = Endpoints.standard().match(meant, rest.path());
    endpoint.ifPresent(found -> {
      String owner = found.value(rest.path(), "{owner}").orElse("{owner}");
      String repo = found.value(rest.path(), "{repo}").orElse("{repo}");
      String org = found.value(rest.path(), "{org}").orElse("{org}");
      String template =
          found.path().replace("{owner}/{repo}", owner + "/" + repo).replace("{org}", org);
      endpoints.put(
          meant + " " + template, (verb.isEmpty() ? "guess of the method: " : "") + at(number));
    });
  }

  private String at(int number) {
    return path + ":" + number;
  }

  private Optional<String> text() {
    List<String> lines = new ArrayList<>();
    block(lines, "repositories", "", repositories);
    block(lines, "permissions", "", permissions);
    block(lines, "endpoints", "- ", endpoints);
    block(lines, "scopes", "- ", scopes);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    String token = ofJob ? "GITHUB_TOKEN" : "TOKEN";
    return Optional.of(
        SchemaLine.text()
            + "# Written by `token-preflight init` from the refused calls in "
            + path.replaceAll("[\\r\\n]", " ")
            + ".\n"
            + (ofJob
                ? ""
                : "# Put the name of the variable that holds the token in place of TOKEN.\n")
            + "version: 1\ntokens:\n  "
            + token
            + ":\n"
            + String.join("\n", lines)
            + "\n");
  }

  private static void block(
      List<String> lines, String key, String sign, Map<String, String> entries) {
    if (!entries.isEmpty()) {
      lines.add("    " + key + ":");
      entries.forEach((entry, from) -> lines.add("      " + sign + entry + "  # " + from));
    }
  }
}
