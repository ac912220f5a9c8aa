package io.github.tokenpreflight.requirements;

import java.util.ArrayList;
import java.util.List;

/// Regular expressions for whole numbers.
final class NumberForm {
  private NumberForm() {}

  /// Matches 1 to the given number, without leading zeros.
  static String upTo(int most) {
    String digits = String.valueOf(most);
    List<String> forms = new ArrayList<>();
    for (int length = 1; length < digits.length(); length++) {
      forms.add("[1-9]" + "[0-9]".repeat(length - 1));
    }
    for (int at = 0; at < digits.length(); at++) {
      int first = at == 0 ? 1 : 0;
      int last = digits.charAt(at) - '1';
      if (last >= first) {
        String rest = "[0-9]".repeat(digits.length() - at - 1);
        forms.add(digits.substring(0, at) + "[" + first + "-" + last + "]" + rest);
      }
    }
    forms.add(digits);
    return String.join("|", forms);
  }
}
