package io.github.tokenpreflight.catalogue.tool;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The sentences of a description in Markdown that may say who can use an endpoint.
final class Sentences {
  private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\([^)]*\\)");
  private static final Pattern BLOCKS =
      Pattern.compile("\\n\\s*\\n|\\n(?=\\s*(?:[-*>|#]|\\d+\\.))");
  private static final Pattern MARKS = Pattern.compile("^[\\s>*|#-]+");
  private static final Pattern ENDS = Pattern.compile("(?<=[.!?:])\\s+(?=[A-Z\"`*])");

  private static final Pattern ROLE =
      Pattern.compile(
          "(?i)\\b(admin(istrators?|s)?|owners?|push`? access|write (access|permissions?)"
              + "|read access|(write|push), |maintainers?|maintain|triage|collaborators?"
              + "|members? of|organization member|rights|privileges)\\b");
  private static final Pattern NEED =
      Pattern.compile(
          "\\b(must|needs?|requires?|[Oo]nly|[Aa]nyone|can|authenticated|authenticating"
              + "|administrator for)\\b");
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?i)use a JWT|only GitHub Apps can|called by a GitHub App|support OAuth"
              + "|cannot use this endpoint|basic auth|access tokens are not supported"
              + "|unauthenticated|not accept authentication");

  /// Which scopes are needed stands in the catalogue already.
  private static final Pattern SCOPES = Pattern.compile("\\bscopes?\\b");

  private Sentences() {}

  static List<String> of(String description) {
    String text = LINK.matcher(description.replace("\r", "")).replaceAll("$1");
    List<String> sentences = new ArrayList<>();
    for (String block : BLOCKS.split(text, -1)) {
      String line = MARKS.matcher(block.strip()).replaceFirst("").replaceAll("\\s+", " ");
      for (String sentence : ENDS.split(line.strip(), -1)) {
        if (speaksOfCallers(sentence)) {
          sentences.add(sentence.strip());
        }
      }
    }
    return sentences;
  }

  private static boolean speaksOfCallers(String sentence) {
    boolean role = ROLE.matcher(sentence).find() && NEED.matcher(sentence).find();
    return (role || TOKEN.matcher(sentence).find()) && !SCOPES.matcher(sentence).find();
  }
}
