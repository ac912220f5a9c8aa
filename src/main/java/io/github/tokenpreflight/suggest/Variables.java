package io.github.tokenpreflight.suggest;

import io.github.tokenpreflight.tree.Node.Scalar;
import io.github.tokenpreflight.tree.Node.Style;
import io.github.tokenpreflight.workflow.Text;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Credentials that words of a script hold: `$NAME`, `${NAME}`, `$env:NAME` and expressions.
final class Variables {
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:\\{|[Ee]nv:)?([A-Za-z_]\\w*)|process\\.env\\.(\\w+)");

  private Variables() {}

  static List<Credential> credentials(String words, Text run, Scope scope) {
    Scalar scalar = new Scalar(words, Style.PLAIN, run.scalar().span());
    Set<Credential> found = new LinkedHashSet<>(scope.of(new Text(run.file(), scalar)));
    Matcher variable = VARIABLE.matcher(words);
    while (variable.find()) {
      String name = variable.group(1) == null ? variable.group(2) : variable.group(1);
      found.addAll(scope.ofVariable(name));
    }
    return List.copyOf(found);
  }
}
