package io.github.tokenpreflight.finding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One act that mends a finding. The same act with other things, or at other places, is one act
/// with all of them: the token is edited once.
///
/// @param act the words, with `{things}` and `{places}` where those stand
/// @param things what is added, such as "Issues: Read and write"
/// @param places where, such as "acme/site"
public record Remedy(String act, Set<String> things, Set<String> places) {
  private static final String THINGS = "{things}";
  private static final String PLACES = "{places}";

  public Remedy {
    things = new LinkedHashSet<>(things);
    places = new LinkedHashSet<>(places);
  }

  /// An act that stands by itself.
  public static Remedy step(String words) {
    return new Remedy(words, Set.of(), Set.of());
  }

  /// An act that adds one thing at one place.
  public static Remedy adding(String act, String thing, String place) {
    return new Remedy(act, Set.of(thing), Set.of(place));
  }

  /// The act in words.
  public String words() {
    return things.isEmpty()
        ? act
        : act.replace(THINGS, Phrases.list(List.copyOf(things)))
            .replace(PLACES, Phrases.list(List.copyOf(places)));
  }

  /// Whether both are one act.
  boolean sameAs(Remedy other) {
    return act.equals(other.act);
  }

  /// All acts, each once, with everything it adds.
  static List<Remedy> merged(List<Remedy> all) {
    Map<String, Remedy> byAct = new LinkedHashMap<>();
    all.forEach(remedy -> byAct.merge(remedy.act, remedy, Remedy::and));
    return new ArrayList<>(byAct.values());
  }

  private Remedy and(Remedy other) {
    Set<String> bothThings = new LinkedHashSet<>(things);
    bothThings.addAll(other.things);
    Set<String> bothPlaces = new LinkedHashSet<>(places);
    bothPlaces.addAll(other.places);
    return new Remedy(act, bothThings, bothPlaces);
  }
}
