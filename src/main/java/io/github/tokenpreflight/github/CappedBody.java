package io.github.tokenpreflight.github;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/// Takes a body up to a cap and hangs up behind it, so that no server can fill our memory.
final class CappedBody implements HttpResponse.BodySubscriber<CappedBody.Text> {
  /// The body as text.
  ///
  /// @param truncated whether more was coming
  record Text(String text, boolean truncated) {}

  private final int capBytes;
  private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
  private final CompletableFuture<Text> result = new CompletableFuture<>();
  private Flow.@Nullable Subscription source;

  CappedBody(int capBytes) {
    this.capBytes = capBytes;
  }

  @Override
  public CompletionStage<Text> getBody() {
    return result;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    source = subscription;
    subscription.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (result.isDone()) {
      return;
    }
    for (ByteBuffer buffer : buffers) {
      byte[] chunk = new byte[Math.min(buffer.remaining(), capBytes - taken.size())];
      buffer.get(chunk);
      taken.writeBytes(chunk);
      if (buffer.hasRemaining()) {
        finish(true);
        return;
      }
    }
    if (source != null) {
      source.request(1);
    }
  }

  @Override
  public void onError(Throwable failure) {
    result.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    finish(false);
  }

  private void finish(boolean truncated) {
    if (truncated && source != null) {
      source.cancel();
    }
    result.complete(new Text(taken.toString(StandardCharsets.UTF_8), truncated));
  }
}
