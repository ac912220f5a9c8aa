package io.github.tokenpreflight.world;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.evidence.ProbeLevel;
import io.github.tokenpreflight.requirements.Role;
import io.github.tokenpreflight.token.TokenKind;
import io.github.tokenpreflight.world.World.Bearer;
import io.github.tokenpreflight.world.World.Given;
import io.github.tokenpreflight.world.World.Habit;
import io.github.tokenpreflight.world.World.Membership;
import io.github.tokenpreflight.world.World.Oddity;
import io.github.tokenpreflight.world.World.Organization;
import io.github.tokenpreflight.world.World.Policy;
import io.github.tokenpreflight.world.World.Repository;
import io.github.tokenpreflight.world.World.Trait;
import io.github.tokenpreflight.world.World.Visibility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One story of `stories.txt`, whose head explains the words.
///
/// @param expected a verdict for each requirement, written by hand
/// @param says what the report says of each requirement, and by which answers
/// @param asks what was asked, in order
record WorldStory(
    String title, Telling telling, List<String> expected, List<String> says, List<String> asks) {

  private static final Pattern ODDITY =
      Pattern.compile("(.+) -> (\\d{3})(?: \\[([\\w-]+): (.*?)])? ?(.*)");

  /// What is given.
  ///
  /// @param requirement what stands below the name of the token
  record Telling(World world, ProbeLevel probes, String requirement) {}

  static List<WorldStory> all(String text) {
    List<WorldStory> stories = new ArrayList<>();
    for (String block : text.split("\n(?=story )", -1)) {
      if (block.startsWith("story ")) {
        stories.add(of(block));
      }
    }
    return stories;
  }

  private static WorldStory of(String block) {
    String token = one(block, "token");
    World world =
        new World(
            bearer(token),
            all(block, "repo").stream().map(WorldStory::repository).toList(),
            all(block, "org").stream().map(WorldStory::organization).toList(),
            words(Habit.class, String.join(" ", all(block, "habit"))),
            all(block, "odd").stream().map(WorldStory::oddity).toList());
    String probes = String.join("", all(block, "probes"));
    return new WorldStory(
        one(block, "story"),
        new Telling(
            world,
            probes.isEmpty() ? ProbeLevel.READ : ProbeLevel.parse(probes).orElseThrow(),
            String.join(", ", all(block, "requirement"))),
        Arrays.asList(one(block, "expect").split(" ", -1)),
        all(block, "says"),
        all(block, "asks"));
  }

  /// The kind the token really is.
  TokenKind kind() {
    return telling.world().bearer().kind();
  }

  /// For example `fine-grained of acme on acme/site: issues=read contents=write`.
  private static Bearer bearer(String text) {
    int colon = text.indexOf(':');
    List<String> head = List.of(text.substring(0, colon).split(" ", -1));
    List<String> powers =
        Arrays.stream(text.substring(colon + 1).split(" ", -1))
            .filter(one -> !one.isEmpty())
            .toList();
    TokenKind kind = TokenKind.parse(head.getFirst()).orElseThrow();
    Map<String, Level> permissions = new TreeMap<>();
    if (kind.hasPermissions()) {
      powers.forEach(power -> {
        int equals = power.indexOf('=');
        permissions.put(
            power.substring(0, equals), Level.parse(power.substring(equals + 1)).orElseThrow());
      });
    }
    Set<String> selected = new HashSet<>();
    Set<String> authorized = new HashSet<>();
    head.stream().filter(word -> word.contains("/") || word.equals("*")).forEach(selected::add);
    head.stream()
        .filter(word -> word.startsWith("authorized="))
        .forEach(word -> authorized.add(word.substring("authorized=".length())));
    int of = head.indexOf("of");
    return new Bearer(
        kind,
        head.contains("disguised"),
        new Given(of < 0 ? "" : head.get(of + 1), !head.contains("pending"), selected, permissions),
        kind.hasScopes() ? powers : List.of(),
        authorized);
  }

  /// For example `acme/site private push archived`; `-` is no role.
  private static Repository repository(String text) {
    List<String> words = List.of(text.split(" ", -1));
    String[] name = words.getFirst().split("/", -1);
    return new Repository(
        name[0],
        name[1],
        Visibility.valueOf(words.get(1).toUpperCase(Locale.ROOT)),
        Role.parse(words.get(2)),
        words(Trait.class, text));
  }

  /// For example `acme member saml`.
  private static Organization organization(String text) {
    List<String> words = List.of(text.split(" ", -1));
    return new Organization(
        words.getFirst(),
        Membership.valueOf(words.get(1).toUpperCase(Locale.ROOT)),
        words(Policy.class, text));
  }

  /// For example `GET /repos/acme/site -> 401 Bad credentials`, or with a header and a body of its
  /// own `POST /repos/ -> 422 [X-Accepted-GitHub-Permissions: issues=write] {"message": "no"}`.
  private static Oddity oddity(String text) {
    Matcher parts = ODDITY.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException(text);
    }
    int status = Integer.parseInt(parts.group(2));
    String body = parts.group(5);
    Reply reply =
        body.isEmpty() || body.startsWith("{")
            ? new Reply(status, Map.of(), body, "")
            : Reply.refused(status, body);
    return new Oddity(
        parts.group(1),
        parts.group(3) == null ? reply : reply.with(parts.group(3), parts.group(4)));
  }

  private static <E extends Enum<E>> Set<E> words(Class<E> type, String text) {
    Set<E> found = EnumSet.noneOf(type);
    List<String> words = List.of(text.split(" ", -1));
    for (E constant : type.getEnumConstants()) {
      if (words.contains(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))) {
        found.add(constant);
      }
    }
    return found;
  }

  private static String one(String block, String key) {
    return Optional.of(all(block, key)).filter(found -> found.size() == 1).orElseThrow().getFirst();
  }

  private static List<String> all(String block, String key) {
    return block
        .lines()
        .filter(line -> line.startsWith(key + " "))
        .map(line -> line.substring(key.length()).strip())
        .toList();
  }
}
