import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;

public class Deletes {
  interface Client {
    int send(String method, String url, Map<String, String> headers) throws Exception;
  }

  public static void main(String[] args) throws Exception {
    Client client = args[0].equals("client") ? Deletes::withClient : Deletes::withConnection;
    remove(client, "https://api.twelvelabs.io/v1.3/tasks/6298d673f1090f1100476d4c", Map.of("x-api-key", "any"));
    remove(client,
        "https://mpc.cn-north-4.myhuaweicloud.com/v1/0a1b2c3d4e5f60718293a4b5c6d7e8f9/transcodings/task?task_id=100211",
        Map.of("X-Auth-Token", "any"));
    remove(client, "https://nclue.apigw.ntruss.com/api/v1/tasks/9e6fecc9-0079-4c5e-a0c6-f387e6221afa",
        Map.of("X-NCP-APIGW-TIMESTAMP", "1", "X-NCP-IAM-ACCESS-KEY", "any", "X-NCP-APIGW-SIGNATURE-V2", "any"));
    try {
      client.send("GET", "https://example.com/", Map.of());
    } catch (IOException refused) {
      return;
    }
    throw new AssertionError("nothing refused it");
  }

  static void remove(Client client, String url, Map<String, String> headers) throws Exception {
    int status = client.send("DELETE", url, headers);
    if (status >= 300) throw new AssertionError(url + ": " + status);
  }

  static int withClient(String method, String url, Map<String, String> headers) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).method(method, HttpRequest.BodyPublishers.noBody());
    headers.forEach(request::header);
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  static int withConnection(String method, String url, Map<String, String> headers) throws Exception {
    HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
    connection.setRequestMethod(method);
    headers.forEach(connection::setRequestProperty);
    return connection.getResponseCode();
  }
}
