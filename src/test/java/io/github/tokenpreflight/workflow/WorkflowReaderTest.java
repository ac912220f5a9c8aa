package io.github.tokenpreflight.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.finding.Finding;
import io.github.tokenpreflight.source.Place;
import io.github.tokenpreflight.source.Span;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkflowReaderTest {
  private static final String RELEASE =
      """
      name: Release
      on:
        push: { branches: [main] }
        workflow_dispatch:
          inputs:
            tag: { required: true, default: latest }
      permissions: read-all
      env:
        WHOLE: ${{ secrets.WHOLE }}
      jobs:
        release:
          runs-on: ubuntu-latest
          permissions:
            contents: write
            pull_requests: READ
          env:
            GH_TOKEN: ${{ github.token }}
          container:
            image: ghcr.io/acme/build
            credentials: { username: acme, password: "${{ secrets.REGISTRY }}" }
          steps:
            - uses: actions/checkout@v6
              with: { Token: '${{ secrets.RELEASE_TOKEN }}', fetch-depth: 0 }
            - name: Publish
              id: publish
              if: secrets.NPM != ''
              run: |
                # ${{ secrets.NPM }}
                gh release create "${{ inputs.tag }}"
              env: { NPM: "${{ secrets['NPM'] }}" }
            - uses: ./.github/actions/notify/
            - uses: docker://alpine:3
      """;

  @Test
  void aWorkflowIsReadWithItsPlaces() {
    Workflow workflow = workflow(RELEASE);

    assertEquals(Workflow.Form.WORKFLOW, workflow.form());
    assertEquals("[push, workflow_dispatch]", workflow.signature().events().toString());
    Parameter tag = workflow.signature().inputs().getFirst();
    assertEquals(
        "tag required latest",
        tag.name() + (tag.required() ? " required " : " ") + tag.fallback().orElseThrow());
    assertEquals(List.of("secrets.WHOLE 9:14"), references(workflow.references()));
    Job job = workflow.jobs().getFirst();
    assertEquals("release 11:3", job.id() + " " + place(job.place()));
    assertEquals(
        List.of("github.token 17:21", "secrets.REGISTRY 20:53"), references(job.references()));
  }

  @Test
  void permissionsAreReadByLevel() {
    Workflow workflow = workflow(RELEASE);

    Permissions whole = workflow.setting().permissions().orElseThrow();
    assertEquals("read 7:1", whole.level("packages") + " " + place(whole.place()));
    Permissions job = workflow.jobs().getFirst().setting().permissions().orElseThrow();
    assertEquals("write", job.level("contents"));
    assertEquals("read", job.level("pull-requests"));
    assertEquals("none", job.level("packages"));
  }

  @Test
  void anEmptyBlockOfPermissionsGrantsNothing() {
    for (String block : List.of("permissions: {}", "permissions:")) {
      Workflow workflow = workflow("on: push\n" + block + "\njobs: {}\n");

      assertEquals("none", workflow.setting().permissions().orElseThrow().level("contents"));
    }
    assertTrue(workflow("on: push\njobs: {}\n").setting().permissions().isEmpty());
  }

  @Test
  void stepsKeepWhatTheyUseAndRun() {
    List<Step> steps = workflow(RELEASE).jobs().getFirst().steps();

    Uses.Remote checkout = assertInstanceOf(Uses.Remote.class, steps.get(0).uses().orElseThrow());
    assertEquals("actions/checkout v6", checkout.name() + " " + checkout.ref());
    Text token = steps.get(0).input("token").orElseThrow();
    assertEquals("${{ secrets.RELEASE_TOKEN }} 23:24", token + " " + place(token.place()));
    assertEquals(
        List.of("secrets.NPM 26:13", "secrets.NPM 28:17", "inputs.tag 29:34", "secrets.NPM 30:26"),
        references(steps.get(1).references()));
    assertEquals(
        "Publish publish 24:9",
        steps.get(1).head().name()
            + " "
            + steps.get(1).head().id()
            + " "
            + place(steps.get(1).head().place()));
    assertEquals(
        ".github/actions/notify",
        assertInstanceOf(Uses.Local.class, steps.get(2).uses().orElseThrow()).path());
    assertEquals(
        "alpine:3", assertInstanceOf(Uses.Image.class, steps.get(3).uses().orElseThrow()).image());
  }

  @Test
  void aReusableWorkflowSaysWhatItTakes() {
    Workflow workflow =
        workflow(
            """
            on:
              workflow_call:
                inputs: { env: { type: string } }
                secrets:
                  token: { required: true }
                  optional:
            jobs:
              publish:
                uses: acme/workflows/.github/workflows/publish.yml@main
                with: { a: b }
                secrets: inherit
              docs:
                uses: ./.github/workflows/docs.yml
                secrets: { PAGES: "${{ secrets.TOKEN }}" }
            """);

    assertEquals(Workflow.Form.REUSABLE, workflow.form());
    assertEquals(
        List.of("token true", "optional false"),
        workflow.signature().secrets().stream()
            .map(one -> one.name() + " " + one.required())
            .toList());
    Job.Call first = workflow.jobs().get(0).call().orElseThrow();
    assertTrue(first.inherits());
    assertEquals(
        "acme/workflows/.github/workflows/publish.yml",
        assertInstanceOf(Uses.Remote.class, first.uses()).name());
    Job.Call second = workflow.jobs().get(1).call().orElseThrow();
    assertEquals("[PAGES]", second.secrets().stream().map(Pair::name).toList().toString());
    assertEquals(List.of("secrets.TOKEN 14:28"), references(workflow.jobs().get(1).references()));
  }

  @Test
  void aCompositeActionIsOneJobWithoutName() {
    Workflow action =
        read(
                "action.yml",
                """
                name: Notify
                inputs:
                  github-token: { default: "${{ github.token }}" }
                runs:
                  using: composite
                  steps:
                    - shell: bash
                      run: gh api /user
                      env: { GH_TOKEN: "${{ inputs.github-token }}" }
                """)
            .workflow()
            .orElseThrow();

    assertEquals(Workflow.Form.COMPOSITE, action.form());
    assertEquals(List.of("github.token 3:33"), references(action.references()));
    assertEquals(
        List.of("inputs.github-token 9:29"),
        references(action.allReferences().filter(Reference::isInput).toList()));
    assertEquals(
        "gh api /user", action.jobs().getFirst().steps().getFirst().run().orElseThrow().text());
  }

  @Test
  void anActionThatIsAProgramHasNoSteps() {
    Workflow action =
        workflow(
            "inputs: { token: { default: '${{ github.token }}' } }\nruns: { using: node24, main: x.js }\n");

    assertEquals(Workflow.Form.PROGRAM, action.form());
    assertEquals(List.of(), action.jobs());
    assertEquals("token", action.signature().inputs().getFirst().name().text());
  }

  @Test
  void anchorsStandForTheirValues() {
    Workflow workflow =
        workflow(
            """
            on: [push, pull_request]
            jobs:
              one:
                env: &env { A: "${{ secrets.A }}" }
                steps: &steps
                  - run: make
              two: { env: *env, steps: *steps }
            """);

    assertEquals("[push, pull_request]", workflow.signature().events().toString());
    assertEquals(workflow.jobs().get(0).steps(), workflow.jobs().get(1).steps());
    assertEquals(List.of("secrets.A 4:25"), references(workflow.jobs().get(1).references()));
  }

  @Test
  void whatIsWrongIsNamedAndTheRestIsRead() {
    WorkflowReading reading =
        read(
            "x.yml",
            """
            on: push
            permissions: write
            jobs:
              a: nothing
              b:
                env: [A]
                steps: { run: x }
              c:
                steps:
                  - just words
                  - run: [a]
                    with: { x: [1] }
                  - run: make
            """);

    assertEquals(
        List.of(
            "2:14 `permissions` must be `read-all`, `write-all` or a mapping",
            "4:6 `a` must be a mapping, but is a text",
            "6:10 `env` must be a mapping, but is a list",
            "7:12 `steps` must be a list, but is a mapping",
            "10:9 `steps` must be a list of mappings, but is a text",
            "11:14 `run` must be a text, but is a list",
            "12:20 `x` must be a text, but is a list"),
        reading.errors().stream()
            .map(WorkflowReaderTest::told)
            .sorted(Comparator.comparing(WorkflowReaderTest::line))
            .toList());
    assertEquals(2, reading.workflow().orElseThrow().jobs().get(1).steps().size());
  }

  @Test
  void whatIsNoWorkflowIsSaidSo() {
    assertEquals("1:1 the file is empty", error(""));
    assertEquals("1:1 the file holds only comments", error("# nothing\n"));
    assertEquals("1:1 a workflow must be a mapping, but is a list", error("- a\n"));
    assertEquals(
        "1:1 neither `jobs`, as in a workflow, nor `runs`, as in an action", error("version: 1\n"));
    assertEquals("2:4 a quotation mark is never closed", error("a: b\nc: 'd\n"));
    assertEquals(
        "1:1 the file is binary, not text",
        told(WorkflowReader.read("x.yml", new byte[] {65, 66, 67, 68, 0}).errors().getFirst()));
  }

  @Test
  void anExpressionMayStandInPlaceOfAMapping() {
    Workflow workflow =
        workflow("on: push\njobs:\n  a:\n    env: ${{ fromJSON(secrets.ENV) }}\n    steps: []\n");

    assertEquals(List.of("secrets.ENV 4:23"), references(workflow.jobs().getFirst().references()));
  }

  private static Workflow workflow(String text) {
    WorkflowReading reading = read("x.yml", text);
    assertEquals(List.of(), reading.errors());
    return reading.workflow().orElseThrow();
  }

  private static WorkflowReading read(String path, String text) {
    return WorkflowReader.read(path, text);
  }

  private static String error(String text) {
    WorkflowReading reading = read("x.yml", text);
    assertTrue(reading.workflow().isEmpty());
    assertEquals(1, reading.errors().size());
    return told(reading.errors().getFirst());
  }

  private static Integer line(String told) {
    return Integer.valueOf(told.substring(0, told.indexOf(':')));
  }

  private static String told(Finding error) {
    return place(error.place().orElseThrow()) + " " + error.message();
  }

  private static List<String> references(List<Reference> references) {
    references.forEach(WorkflowReaderTest::assertStandsThere);
    return references.stream()
        .map(one -> String.join(".", one.path()) + " " + place(one.place()))
        .toList();
  }

  private static void assertStandsThere(Reference reference) {
    Span span = reference.place().span();
    String line = reference.place().file().line(span.line()).orElseThrow();
    String words = line.substring(span.column() - 1, span.endColumn());

    assertEquals(
        reference.path(), List.of(words.replace("['", ".").replace("']", "").split("\\.")));
  }

  private static String place(Place place) {
    return place.span().line() + ":" + place.span().column();
  }
}
