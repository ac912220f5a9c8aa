package io.github.tokenpreflight.suggest;

import io.github.tokenpreflight.requirements.SchemaLine;
import io.github.tokenpreflight.suggest.Demand.Certainty;
import io.github.tokenpreflight.workflow.Reference;
import io.github.tokenpreflight.workflow.Workflow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A first requirements file for a checkout, with the reason of every line.
public final class Draft {
  private static final Pattern NAME = Pattern.compile("[A-Z_][A-Z0-9_]{0,99}");

  private final Checkout checkout;
  private final List<JobDemands> jobs;
  private final Map<String, List<Demand>> secrets = new TreeMap<>();
  private final Map<String, List<Demand>> apps = new TreeMap<>();
  private final List<Demand> own = new ArrayList<>();

  private Draft(Checkout checkout) {
    this.checkout = checkout;
    this.jobs = Walk.through(checkout);
    jobs.forEach(job -> job.demands().forEach(demand -> sort(job, demand)));
  }

  /// The file, or nothing where no step uses a token of GitHub.
  public static Optional<String> of(Checkout checkout) {
    Draft draft = new Draft(checkout);
    return draft.secrets.isEmpty() && draft.apps.isEmpty() && !draft.ownIsWorthIt()
        ? Optional.empty()
        : Optional.of(draft.text());
  }

  /// Whether the token of the job does more than check the repository out.
  private boolean ownIsWorthIt() {
    return possible().stream()
        .anyMatch(one ->
            !one.what().equals("checkout") && !Telling.of(one.needs()).isEmpty()
                || !one.needs().calls().isEmpty());
  }

  private void sort(JobDemands job, Demand demand) {
    switch (demand.credential()) {
      case Credential.Secret secret -> {
        if (NAME.matcher(secret.name()).matches()) {
          put(secrets, secret.name(), demand);
        }
      }
      case Credential.AppToken app ->
          put(apps, job.workflow().file().path() + ", step `" + app.step() + "`", demand);
      case Credential.JobToken _ -> {
        if (!own.contains(demand)) {
          own.add(demand);
        }
      }
    }
  }

  /// The same step may be walked through more than once.
  private static void put(Map<String, List<Demand>> all, String name, Demand demand) {
    List<Demand> there = all.computeIfAbsent(name, _ -> new ArrayList<>());
    if (!there.contains(demand)) {
      there.add(demand);
    }
  }

  static String link(Demand demand) {
    return demand.place().file().path() + ":" + demand.place().span().line();
  }

  private String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "# Written by `token-preflight init` from the workflows of this repository. Each line names where it comes from;");
    lines.add(
        "# a guess was worked out from what a step does, not read in its documentation. Then: `token-preflight validate`.");
    lines.add("version: 1");
    lines.add("tokens:");
    secrets.forEach((name, demands) ->
        lines.addAll(
            new TokenDraft(name, checkout.repository(), ordered(demands))
                .lines(Verdict.of(demands))));
    int number = 0;
    for (Map.Entry<String, List<Demand>> app : apps.entrySet()) {
      String name = "APP_TOKEN" + (number++ == 0 ? "" : "_" + number);
      lines.addAll(
          new TokenDraft(name, checkout.repository(), ordered(app.getValue()))
              .lines(
                  List.of("made for a GitHub App by " + app.getKey() + "; check it in that job")));
    }
    if (secrets.isEmpty() && apps.isEmpty()) {
      lines.addAll(
          new TokenDraft("GITHUB_TOKEN", checkout.repository(), ordered(possible()))
              .lines(
                  List.of(
                      "no other token is needed; give it to the check as `GITHUB_TOKEN`, in a job with these permissions")));
    }
    section(
        lines,
        "The least permissions of the jobs, for their own GITHUB_TOKEN:",
        JobBlocks.lines(jobs));
    section(
        lines, "Secrets that no step uses as a token of GitHub, as far as can be seen:", others());
    StringBuilder text = new StringBuilder(SchemaLine.text());
    lines.forEach(line -> text.append(oneLine(line)).append('\n'));
    return text.toString();
  }

  /// What the token of the job can do; the rest is named with the jobs.
  private List<Demand> possible() {
    return own.stream()
        .filter(one -> one.certainty() == Certainty.NONE || JobGrants.of(one.needs()).isPresent())
        .filter(Demand::isCurrent)
        .toList();
  }

  private static List<Demand> ordered(List<Demand> demands) {
    return demands.stream()
        .sorted(
            Comparator.comparing((Demand one) -> one.place().file().path())
                .thenComparingInt(one -> one.place().span().line()))
        .toList();
  }

  private List<String> others() {
    Set<String> names = new TreeSet<>();
    checkout.files().stream()
        .flatMap(Draft::secrets)
        .filter(name -> !name.equals(Reference.ANY) && !secrets.containsKey(name))
        .forEach(names::add);
    return names.isEmpty() ? List.of() : List.of("  " + String.join(", ", names));
  }

  /// Names in a workflow may hold anything; none of it may leave its line.
  private static String oneLine(String line) {
    return line.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029\\uFEFF\\uD800-\\uDFFF]", "?");
  }

  /// The secrets that a file reads, but for those that its caller gives it.
  private static Stream<String> secrets(Workflow file) {
    List<String> given =
        file.signature().secrets().stream()
            .map(one -> one.name().text().toUpperCase(Locale.ROOT))
            .toList();
    return file.allReferences()
        .filter(one -> one.isSecret() && !one.isJobToken())
        .map(Reference::name)
        .filter(name -> !given.contains(name));
  }

  private static void section(List<String> lines, String title, List<String> body) {
    if (!body.isEmpty()) {
      lines.add("");
      lines.add("# " + title);
      body.forEach(line -> lines.add("#   " + line));
    }
  }
}
