import Foundation
#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

let arguments = CommandLine.arguments
let indexId = arguments.count > 1 ? arguments[1] : "6298d673f1090f1100476d4c"
let indexedAssetId = arguments.count > 2 ? arguments[2] : "6298d673f1090f1100476d4c"

var request = URLRequest(url: URL(string: "https://api.twelvelabs.io/v1.3/indexes/\(indexId)/indexed-assets/\(indexedAssetId)")!)
request.httpMethod = "DELETE"
request.setValue("<apiKey>", forHTTPHeaderField: "x-api-key")

let (data, _) = try await URLSession.shared.data(for: request)
print(try JSONSerialization.jsonObject(with: data))
