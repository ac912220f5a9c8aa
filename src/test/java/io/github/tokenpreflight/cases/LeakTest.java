package io.github.tokenpreflight.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.token.TestTokens;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// No story lets a token out, in no disguise and through no opening.
///
/// The disguises are worked out here anew, not taken from the program: what it forgets, this must
/// not forget as well.
final class LeakTest {
  private static final String MASK = "::add-mask::";

  /// So many letters of a secret in a row are no accident.
  private static final int TELLING = 12;

  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> noStoryLetsATokenOut() throws IOException {
    return CasesTest.folders().stream()
        .map(folder ->
            DynamicTest.dynamicTest(folder.getFileName().toString(), () -> search(folder)));
  }

  @Test
  void everyPlantedLeakIsFound() {
    String token = TestTokens.fineGrained();
    for (String disguise : disguises(token)) {
      Map<String, String> said = Map.of("summary.md", "all is well: " + disguise + " or so");

      assertFalse(leaks(said, List.of(token)).isEmpty(), disguise);
    }
  }

  @Test
  void aMaskThatComesLateIsFound() {
    assertTrue(masksComeFirst(MASK + "x\nhello\n"));
    assertFalse(masksComeFirst("hello\n" + MASK + "x\n"));
  }

  private void search(Path folder) throws IOException {
    Path own = Files.createDirectories(scratch.resolve(folder.getFileName().toString()));
    Story story = new Story(folder, own);
    Map<String, String> said = story.run();

    assertEquals(
        List.of(),
        leaks(said, story.secrets()),
        () ->
            folder
                + ": what is written here has to go through cli/Outgoing, and the disguise it is in"
                + " has to be known to redact/Disguises");
    assertTrue(
        masksComeFirst(said.getOrDefault("console.txt", "")),
        () -> folder + ": cli writes something before the masks of runner/Masking");
  }

  private static List<String> leaks(Map<String, String> said, List<String> secrets) {
    List<String> leaks = new ArrayList<>();
    for (String secret : secrets) {
      for (String disguise : disguises(secret)) {
        said.forEach((name, text) -> {
          if (withoutMasks(text).contains(disguise)) {
            leaks.add(name + " lets out " + disguise);
          }
        });
      }
    }
    return leaks;
  }

  private static boolean masksComeFirst(String console) {
    return console
        .lines()
        .dropWhile(line -> line.startsWith(MASK))
        .noneMatch(line -> line.contains(MASK));
  }

  private static String withoutMasks(String text) {
    return text.lines().filter(line -> !line.startsWith(MASK)).collect(Collectors.joining("\n"));
  }

  /// Every form in which a program could write the secret, or a telling part of it.
  private static Set<String> disguises(String given) {
    Set<String> disguises = new LinkedHashSet<>();
    for (String secret : given.lines().map(String::strip).toList()) {
      if (secret.length() >= TELLING) {
        disguises.addAll(parts(secret));
        disguises.addAll(encoded(secret));
      }
    }
    return disguises;
  }

  /// The secret and every stretch of what follows its prefix; the head of a JWT says nothing.
  private static List<String> parts(String secret) {
    String random = secret.replaceFirst("^(?:gh[a-z]_|github_pat_)", "");
    if (random.contains(".")) {
      random = random.substring(random.indexOf('.') + 1);
    }
    List<String> parts =
        new ArrayList<>(
            List.of(
                secret,
                secret.toLowerCase(Locale.ROOT),
                secret.toUpperCase(Locale.ROOT),
                new StringBuilder(secret).reverse().toString()));
    for (int at = 0; at + TELLING <= random.length(); at++) {
      parts.add(random.substring(at, at + TELLING));
    }
    return parts;
  }

  private static List<String> encoded(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
    List<String> forms = new ArrayList<>();
    forms.add(HexFormat.of().formatHex(bytes));
    forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
    forms.add(HexFormat.ofDelimiter(":").formatHex(bytes));
    forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
    StringBuilder json = new StringBuilder();
    StringBuilder percent = new StringBuilder();
    for (byte octet : bytes) {
      json.append("\\u00").append(HexFormat.of().toHexDigits(octet));
      percent.append('%').append(HexFormat.of().toHexDigits(octet));
    }
    forms.add(json.toString());
    forms.add(percent.toString());
    forms.add(percent.toString().toUpperCase(Locale.ROOT));
    forms.addAll(
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes).lines().toList());
    for (String before : List.of("", "x", "xx", "x-access-token:", "Bearer ", "token ", ":")) {
      for (String after : List.of("", "\n", ":", "xx")) {
        forms.addAll(base64(before, secret, after));
      }
    }
    forms.removeIf(form -> form.length() < TELLING);
    return forms;
  }

  /// What depends on the secret alone in the base64 of a longer text.
  private static List<String> base64(String before, String secret, String after) {
    int from = (before.length() * 8 + 5) / 6;
    int to = (before + secret).getBytes(StandardCharsets.UTF_8).length * 8 / 6;
    byte[] bytes = (before + secret + after).getBytes(StandardCharsets.UTF_8);
    return List.of(
        Base64.getEncoder().encodeToString(bytes).substring(from, to),
        Base64.getUrlEncoder().encodeToString(bytes).substring(from, to));
  }
}
