using System;
using System.Net.Http;

class Example {
  static void Main(string[] args) {
    var taskId = args.Length > 0 ? args[0] : "6298d673f1090f1100476d4c";
    var url = "https://api.twelvelabs.io/v1.3/tasks/" + taskId;

    var request = new HttpRequestMessage(HttpMethod.Delete, url);
    request.Headers.Add("x-api-key", "<apiKey>");
    var response = new HttpClient().SendAsync(request).Result;
    Console.WriteLine(response.Content.ReadAsStringAsync().Result);
  }
}
