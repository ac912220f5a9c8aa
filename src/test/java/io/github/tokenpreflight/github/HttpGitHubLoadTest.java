package io.github.tokenpreflight.github;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// However many questions there are, a server is asked a few at a time, and all are answered.
class HttpGitHubLoadTest {
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();
  private HttpServer server;
  private ExecutorService threads;

  @BeforeEach
  void start() throws IOException {
    threads = Executors.newVirtualThreadPerTaskExecutor();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void hundredsOfQuestionsAreAskedAFewAtATime() throws Exception {
    askAll(Question.get(asking().host().api("/user"), "a test"), 300);

    assertTrue(most.get() > 1 && most.get() <= Gate.WIDEST, most + " were in flight");
  }

  @Test
  void writesAreSentOneAtATime() throws Exception {
    askAll(Question.rejectedPost(asking().host().api("/user"), "a test"), 30);

    assertEquals(1, most.get());
  }

  private void askAll(Question question, int times)
      throws InterruptedException, ExecutionException {
    try (GitHub github = asking().github(new FakeTime())) {
      List<Future<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        answers.add(threads.submit(() -> github.ask(Replies.token(), question)));
      }
      for (Future<Answer> answer : answers) {
        assertInstanceOf(Answer.Given.class, answer.get());
      }
    }
  }

  private Asking asking() {
    return new Asking(
        "http://localhost:" + server.getAddress().getPort(), Map.of(), Optional.empty());
  }

  private void answer(HttpExchange exchange) throws IOException {
    most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    pause();
    byte[] body = "{\"login\":\"acme-bot\"}".getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.getResponseHeaders().add("X-GitHub-Request-Id", "1");
    inFlight.decrementAndGet();
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(5);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
