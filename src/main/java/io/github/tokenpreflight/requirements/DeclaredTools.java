package io.github.tokenpreflight.requirements;

import io.github.tokenpreflight.catalogue.Level;
import io.github.tokenpreflight.catalogue.Permission;
import io.github.tokenpreflight.catalogue.Permissions;
import io.github.tokenpreflight.finding.Phrases;
import io.github.tokenpreflight.finding.Rule;
import io.github.tokenpreflight.requirements.TokenRequirements.Access;
import io.github.tokenpreflight.source.Nearest;
import io.github.tokenpreflight.source.Span;
import io.github.tokenpreflight.tools.KnownTools;
import io.github.tokenpreflight.tools.Needs;
import io.github.tokenpreflight.tools.Tool;
import io.github.tokenpreflight.tree.Node.Mapping;
import io.github.tokenpreflight.tree.Node.Scalar;
import io.github.tokenpreflight.tree.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tools that are given a token: each stands for the permissions, or else the scopes, that it
/// needs.
///
/// What the file declares itself is not added a second time.
final class DeclaredTools {
  private final List<PermissionRequirement> permissions;
  private final List<Declared<String>> scopes;
  private final boolean ofJob;

  private DeclaredTools(Access declared, boolean ofJob) {
    this.permissions = new ArrayList<>(declared.permissions());
    this.scopes = new ArrayList<>(declared.scopes());
    this.ofJob = ofJob;
  }

  /// Adds what the tools need to what is declared.
  ///
  /// @param ofJob whether the token is that of the job, which is granted permissions by the
  ///   workflow
  static Access added(Field field, Access declared, boolean ofJob) {
    DeclaredTools tools = new DeclaredTools(declared, ofJob);
    if (field.value() instanceof Mapping mapping) {
      for (Field entry : new Fields(mapping, field.at(), field.errors()).all()) {
        tool(field, entry.name(), entry.at())
            .ifPresent(tool -> tools.add(tool, withCases(tool, entry), entry.at()));
      }
    } else {
      List<Scalar> items = field.scalars("semantic-release");
      Texts.onlyOnce(field, items, name -> name);
      for (Scalar item : items) {
        tool(field, item.text(), item.span())
            .ifPresent(tool -> tools.add(tool, tool.needs(), item.span()));
      }
    }
    return new Access(
        declared.repositories(),
        tools.permissions,
        tools.scopes,
        declared.endpoints(),
        declared.organizations());
  }

  private static Optional<Tool> tool(Field field, String name, Span span) {
    KnownTools known = KnownTools.standard();
    Optional<Tool> tool = known.find(name);
    if (tool.isPresent() && tool.get().name().equals(name)) {
      return tool;
    }
    List<String> near = field.errors().near(() -> Nearest.to(name, known.names()));
    field
        .errors()
        .add(
            Rule.WRONG_VALUE,
            span,
            Quote.of(name) + " is not a tool that this program knows",
            tool.map(meant -> "replace with " + Phrases.name(meant.name()))
                .orElse(
                    near.isEmpty()
                        ? "declare what it needs as `permissions` or `endpoints`"
                        : "did you mean " + Phrases.anyOf(near) + "?"));
    return Optional.empty();
  }

  private static Needs withCases(Tool tool, Field entry) {
    Needs needs = tool.needs();
    if (entry.isNothing()) {
      return needs;
    }
    List<String> known = tool.cases().stream().map(Tool.Case::id).toList();
    List<Scalar> items = entry.scalars(known.isEmpty() ? "" : known.getFirst());
    Texts.onlyOnce(entry, items, id -> id);
    for (Scalar item : items) {
      Optional<Tool.Case> found = tool.find(item.text());
      if (found.isPresent()) {
        needs = found.get().instead() ? found.get().needs() : needs.and(found.get().needs());
      } else if (known.isEmpty()) {
        entry.wrong(
            item.span(),
            "of " + Quote.of(entry.name()) + " no cases are known",
            "write `" + entry.name() + ": []`");
      } else {
        entry.unknownWord(item, known);
      }
    }
    return needs;
  }

  private void add(Tool tool, Needs needs, Span span) {
    Map<String, Level> wanted = ofJob ? needs.ofJob() : needs.ofToken();
    wanted.forEach((name, level) -> permission(tool, name, level, span));
    if (wanted.isEmpty() && !needs.scopes().isEmpty()) {
      needs.scopes().getFirst().forEach(scope -> scope(scope, span));
    }
  }

  private void permission(Tool tool, String name, Level level, Span span) {
    Permission permission = Permissions.standard().find(name).orElseThrow();
    boolean declared =
        permissions.stream()
            .anyMatch(one ->
                one.permission().value().name().equals(permission.name())
                    && one.on().isEmpty()
                    && one.level().value().includes(level));
    if (!declared) {
      permissions.add(
          new PermissionRequirement(
              new Declared<>(permission, span),
              new Declared<>(level, span),
              Optional.of("`" + tool.name() + "` needs it"),
              List.of()));
    }
  }

  private void scope(String name, Span span) {
    if (scopes.stream().noneMatch(one -> one.value().equals(name))) {
      scopes.add(new Declared<>(name, span));
    }
  }
}
