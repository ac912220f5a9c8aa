package io.github.tokenpreflight.requirements;

/// Git access to, and a role in, one repository.
public record RepositoryRequirement(Declared<RepositoryName> repository, Declared<Role> role) {}
