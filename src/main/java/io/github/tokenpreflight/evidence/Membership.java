package io.github.tokenpreflight.evidence;

import io.github.tokenpreflight.github.Question;
import io.github.tokenpreflight.requirements.OrganizationRequirement;

/// A required membership of an organization, and the question that shows it.
public record Membership(OrganizationRequirement requirement, Question question) {}
