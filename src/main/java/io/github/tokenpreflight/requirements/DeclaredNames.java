package io.github.tokenpreflight.requirements;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The names of tokens that a content declares, as far as they can be made out, however broken it
/// is.
///
/// They serve to hide values and never to judge: every key behind `tokens` that can be the name of
/// a token is one.
public final class DeclaredNames {
  private static final int LONGEST = 100;

  /// A word before a colon. No part of it can be matched in two ways, so the time is linear.
  private static final Pattern KEY =
      Pattern.compile("(?<![A-Za-z0-9_])([A-Za-z_][A-Za-z0-9_]*+)[\"']?+[ \\t]*+:");

  private static final Pattern NAME = Pattern.compile(TokenReader.NAME_FORM);

  private DeclaredNames() {}

  /// Reads UTF-8, and UTF-16 and UTF-32 as well: names are ASCII.
  public static Set<String> in(byte[] content) {
    return in(new String(content, StandardCharsets.ISO_8859_1).replace("\0", ""));
  }

  static Set<String> in(String text) {
    Set<String> names = new LinkedHashSet<>();
    Matcher key = KEY.matcher(text);
    boolean declared = false;
    while (key.find()) {
      String name = key.group(1);
      boolean fresh = declared && name.length() <= LONGEST && !names.contains(name);
      if (fresh && NAME.matcher(name).matches()) {
        names.add(name);
      }
      declared |= name.equals("tokens");
    }
    return names;
  }
}
