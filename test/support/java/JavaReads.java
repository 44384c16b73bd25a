import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;
import java.util.TreeMap;

/** Reads lines of `what base64` and answers each with a line: texts in UTF-16BE as base64, each with a comma behind it, or `!` for an exception. */
class JavaReads {
  public static void main(String[] arguments) throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    PrintStream out = new PrintStream(System.out, false, "US-ASCII");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      int space = line.indexOf(' ');
      byte[] bytes = Base64.getDecoder().decode(line.substring(space + 1));
      try {
        out.println(answer(line.substring(0, space), bytes));
      } catch (IllegalArgumentException e) {
        out.println("!");
      }
    }
    out.flush();
  }

  private static String answer(String what, byte[] bytes) throws Exception {
    if (what.equals("properties")) {
      Properties properties = new Properties();
      properties.load(new ByteArrayInputStream(bytes));
      StringBuilder pairs = new StringBuilder();
      for (String key : new TreeMap<>(properties).keySet().toArray(new String[0]))
        pairs.append(encode(key)).append(',').append(encode(properties.getProperty(key))).append(',');
      return pairs.toString();
    }
    if (what.equals("text")) {
      StringBuilder characters = new StringBuilder();
      InputStreamReader reader = new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
      for (int c = reader.read(); c != -1; c = reader.read()) characters.append((char) c);
      return encode(characters.toString()) + ',';
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    if (what.equals("path")) return encode(pathOf(text)) + ',';
    if (what.equals("int")) return encode(String.valueOf(Integer.parseInt(text))) + ',';
    if (what.equals("long")) return encode(String.valueOf(Long.parseLong(text))) + ',';
    // As XStream's IntConverter reads the text of an element.
    long value = Long.decode(text);
    if (value < Integer.MIN_VALUE || value > 0xFFFFFFFFL) throw new NumberFormatException(text);
    return encode(String.valueOf((int) value)) + ',';
  }

  /** Without a path, as a mail address is, Jetty has nothing to register. */
  private static String pathOf(String text) {
    String path = URI.create(text).getPath();
    if (path == null) throw new IllegalArgumentException(text);
    return path;
  }

  private static String encode(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_16BE));
  }
}
