package io.github.tokenpreflight.check;

import io.github.tokenpreflight.finding.Finding;
import java.util.List;

/// Judges some requirements of one token. Same case, same findings: no clock, no network, no files.
interface Check {
  List<Finding> judge(Case matter);
}
