/// Token Preflight: declares, checks and explains what GitHub tokens may do.
module io.github.tokenpreflight {
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.dataformat.yaml;
  requires info.picocli;
  requires java.net.http;
  requires jdk.httpserver;
  requires org.yaml.snakeyaml;
  requires static org.jspecify;

  opens io.github.tokenpreflight.cli to
      info.picocli;
}
