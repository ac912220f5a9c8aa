package io.github.tokenpreflight.requirements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tokenpreflight.tree.Quote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsReaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /",
        "GET /user",
        "POST /repos/acme/site/releases",
        "POST /repos/{owner}/{repo}/releases",
        "GET /orgs/{org}/teams",
      })
  void documentedCallsAreRequirements(String line) {
    assertEquals(
        line,
        Sample.requirements("endpoints: ['" + line + "']").access().endpoints().getFirst().line());
  }

  @ParameterizedTest
  @CsvSource({
    "get /user, replace with `GET /user`",
    "GET  /user, replace with `GET /user`",
    "GET user, replace with `GET /user`",
    "/user, 'put the method before the path, such as `GET /user`'",
    "HEAD /user, 'replace with `GET /user`, which needs the same'",
    "GET /user/, replace with `GET /user`",
    "GET /user?per_page=1, replace with `GET /user`",
    "GET https://api.github.com/user, replace with `GET /user`",
    "GET https://ghe.example.com/api/v3/user, replace with `GET /user`",
    "GET api.github.com/user, replace with `GET /user`",
    "https://api.github.com/user, 'put the method before the path, such as `GET /user`'",
    "GET /repos/:owner/:repo, replace with `GET /repos/{owner}/{repo}`",
    "nonsense, write it like `GET /repos/{owner}/{repo}`",
    "FETCH /user, write it like `GET /repos/{owner}/{repo}`",
  })
  void otherFormsAreRefusedWithTheLineToWrite(String line, String help) {
    assertEquals(
        Quote.of(line) + " is not of the form `METHOD /path` | " + help,
        Sample.said("endpoints: ['" + line + "']"));
  }

  @Test
  void anUnknownCallIsAnsweredWithTheNearOnes() {
    assertEquals(
        "`POST /repos/acme/site/relaeses` is not an endpoint that GitHub documents | did you mean"
            + " `POST /repos/{owner}/{repo}/releases`?",
        Sample.said("endpoints: ['POST /repos/acme/site/relaeses']"));
    assertEquals(
        "`GET /nothing/like/this/at/all` is not an endpoint that GitHub documents | check it"
            + " against https://docs.github.com/rest",
        Sample.said("endpoints: ['GET /nothing/like/this/at/all']"));
  }

  @ParameterizedTest
  @CsvSource({
    "GET /repos/ac%20me/site, '`ac%20me` is not the name of an owner'",
    "GET /repos/acme/si^te, '`si^te` is not the name of a repository'",
    "GET /orgs/a\"b/teams, '`a\"b` is not the name of an owner'",
  })
  void aPlaceThatCannotBeOneIsRefused(String line, String words) {
    String said = Sample.said("endpoints: ['" + line + "']");
    assertTrue(said.startsWith(words + " | write the name, or `/"), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /repos/acme/{repo}/releases",
        "POST /repos/{owner}/site/releases",
        "POST /repos/{user}/{name}/releases",
        "POST /repos/{repo}/{owner}/releases",
        "GET /orgs/{login}/teams",
        "GET /orgs/{o|g}/teams",
      })
  void halfAPlaceIsRefused(String line) {
    String said = Sample.said("endpoints: ['" + line + "']");
    assertTrue(said.contains("is half a place | write names, or `/"), said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /repos/../x",
        "GET /repos/acme/..",
        "PUT /repos/acme/site/contents/a/%2E%2e/b",
        "PUT /repos/acme/site/contents/a%2F.%2Fb",
      })
  void aPathThatLeavesItsPlaceIsRefused(String line) {
    String said = Sample.said("endpoints: ['" + line + "']");
    assertTrue(said.contains(" leads out of its own place | "), said);
  }

  @Test
  void graphqlTellsNothing() {
    assertEquals(
        "`POST /graphql` is not an endpoint that GitHub documents | declare `permissions` or"
            + " `scopes`: a GraphQL query does not tell what it needs",
        Sample.said("endpoints: ['POST /graphql']"));
  }

  @Test
  void aCallThatStandsTwiceIsNamedAtTheSecond() {
    assertEquals(
        "`GET /user` stands twice in `endpoints` | remove it here or at t.yml:4:17",
        Sample.said("endpoints: [GET /user, GET /user]"));
  }
}
