import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

public class Example {
  public static void main(String[] args) throws Exception {
    String taskId = args.length > 0 ? args[0] : "6298d673f1090f1100476d4c";
    String url = "https://api.twelvelabs.io/v1.3/tasks/" + taskId;

    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).header("x-api-key", "<apiKey>").DELETE().build();
    System.out.println(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
  }
}
