using System;
using System.Collections.Generic;
using System.Net.Http;

class Deletes {
  static readonly HttpClient client = new HttpClient();

  static void Main() {
    Delete("https://api.twelvelabs.io/v1.3/tasks/6298d673f1090f1100476d4c", new Dictionary<string, string> { { "x-api-key", "any" } });
    Delete("https://mpc.cn-north-4.myhuaweicloud.com/v1/0a1b2c3d4e5f60718293a4b5c6d7e8f9/transcodings/task?task_id=100211",
      new Dictionary<string, string> { { "X-Auth-Token", "any" } });
    Delete("https://nclue.apigw.ntruss.com/api/v1/tasks/9e6fecc9-0079-4c5e-a0c6-f387e6221afa", new Dictionary<string, string> {
      { "X-NCP-APIGW-TIMESTAMP", "1" }, { "X-NCP-IAM-ACCESS-KEY", "any" }, { "X-NCP-APIGW-SIGNATURE-V2", "any" } });
    // Mono takes what a proxy answers to CONNECT for the answer of the host.
    if ((int)client.GetAsync("https://example.com/").Result.StatusCode != 403) throw new Exception("nothing refused it");
  }

  static void Delete(string url, Dictionary<string, string> headers) {
    var request = new HttpRequestMessage(HttpMethod.Delete, url);
    foreach (var header in headers) request.Headers.Add(header.Key, header.Value);
    client.SendAsync(request).Result.EnsureSuccessStatusCode();
  }
}
