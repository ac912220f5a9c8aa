package io.github.tokenpreflight.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a finding says: a lead such as "the token lacks", and what that is said of, each thing at
/// its place. Statements with the same lead can be told as one.
///
/// @param lead the words before one thing, or all of it when there are none
/// @param leadOfMany the words before several things
public record Statement(String lead, String leadOfMany, List<Item> items) {
  private static final Pattern TOKEN = Pattern.compile("\\bthe token\\b");

  public Statement {
    items = List.copyOf(items);
  }

  /// Something that is said of.
  ///
  /// @param place the repository or organization, empty for none
  public record Item(String thing, String place) {}

  /// A sentence that stands alone and cannot be told together with another one.
  public static Statement of(String sentence) {
    return new Statement(sentence, sentence, List.of());
  }

  /// A sentence about one thing.
  public static Statement of(String lead, String leadOfMany, String thing, String place) {
    return new Statement(lead, leadOfMany, List.of(new Item(thing, place)));
  }

  /// The same lead with the things of both.
  Statement and(Statement other) {
    Set<Item> both = new LinkedHashSet<>(items);
    both.addAll(other.items);
    return new Statement(lead, leadOfMany, List.copyOf(both));
  }

  /// The sentence: "the token lacks `a` and `b` on `x`".
  public String words() {
    if (items.isEmpty()) {
      return lead;
    }
    return (items.size() == 1 ? lead : leadOfMany) + " " + things();
  }

  /// The sentence with the name of the token in it.
  public String about(String token) {
    String words = words();
    if (words.contains(token)) {
      return words;
    }
    Matcher mention = TOKEN.matcher(words);
    if (mention.find()) {
      return mention.replaceFirst(Matcher.quoteReplacement(token));
    }
    return token + ": " + words;
  }

  /// Places of which the same is said stand together, and so do things at the same places.
  private String things() {
    Map<String, Set<String>> byPlace = grouped(items, Item::place, Item::thing);
    Map<Set<String>, Set<String>> byThings =
        grouped(List.copyOf(byPlace.entrySet()), Map.Entry::getValue, Map.Entry::getKey);
    List<String> parts = new ArrayList<>();
    byThings.forEach((things, places) -> {
      boolean somewhere = !places.contains("");
      parts.add(named(things) + (somewhere ? " on " + named(places) : ""));
    });
    return String.join("; ", parts);
  }

  private static <T, K, V> Map<K, Set<V>> grouped(
      Collection<T> all, Function<T, K> key, Function<T, V> value) {
    return all.stream()
        .collect(
            Collectors.groupingBy(
                key,
                LinkedHashMap::new,
                Collectors.mapping(value, Collectors.toCollection(LinkedHashSet::new))));
  }

  private static String named(Set<String> names) {
    return Phrases.allOf(List.copyOf(names));
  }
}
