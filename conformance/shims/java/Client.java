import com.google.gson.*;
import java.io.IOException;
import java.net.*;
import java.net.http.*;
import java.nio.charset.StandardCharsets;
import java.util.*;

/** A small client of two providers, as its author has it. JDK 17 and Gson. */
class Client {
    static final Map<String, String> CALLS = new TreeMap<>(Map.of( // operation: method, path below the base URL
        "twelvelabs/getTask", "GET /tasks/{task_id}",
        "twelvelabs/deleteTask", "DELETE /tasks/{task_id}",
        "twelvelabs/deleteVideo", "DELETE /indexes/{index-id}/videos/{video-id}",
        "twelvelabs/deleteIndexedAsset", "DELETE /indexes/{index-id}/indexed-assets/{indexed-asset-id}",
        "huawei-mpc/deleteTranscodingTask", "DELETE /v1/{project_id}/transcodings/task?task_id={task_id}",
        "huawei-mpc/cancelTranscodingTask", "DELETE /v1/{project_id}/transcodings?task_id={task_id}"));

    // What `operation status code` means, as documented; the first that fits counts. Without a code: empty, json or text.
    // A cancel that comes too late fails with the general code; of one call a 400 without a body is documented.
    static final String[][] MEANINGS = {
        {".*/(getTask 200 json|cancel\\w+ 204 empty)", null},
        {".*/delete\\w+ 204 empty", "deleted"},
        {".* 4\\d\\d (task_cannot_be_deleted|MPC\\.10213)", "refused"},
        {".*/cancel\\w+ 400 MPC\\.10212|twelvelabs/deleteTask 400 empty", "refused"},
        {".* 4\\d\\d (resource_not_exists?|MPC\\.10211)", "absent"},
        {".* 429 .*", "throttled"},
        {".* 5\\d\\d .*", "failed"},
        {".* 40[13] .*", "denied"},
        {".*", "unknown"}};

    static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    static final TypeAdapter<JsonObject> JSON = new Gson().getAdapter(JsonObject.class);

    record Answer(String outcome, Integer status, String code, JsonObject members) {}

    /** Makes one call, and says what came of it. Half an answer is none. */
    static Answer call(String operation, Map<String, ?> parameters, String baseUrl, Map<String, String> headers)
            throws InterruptedException {
        String path = CALLS.get(operation).split(" ")[1];
        for (String name : parameters.keySet()) {
            String encoded = URLEncoder.encode(String.valueOf(parameters.get(name)), StandardCharsets.UTF_8).replace("+", "%20");
            path = path.replace("{" + name + "}", encoded);
        }
        var request = HttpRequest.newBuilder(URI.create(baseUrl + path.split("\\?task_id=\\{")[0])); // what is not given is not sent
        request.method(CALLS.get(operation).split(" ")[0], HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return read(operation, answer.statusCode(), answer.body());
        } catch (IOException noWholeAnswer) {
            return new Answer("unknown", null, null, new JsonObject());
        }
    }

    static Answer read(String operation, int status, String body) {
        JsonObject members = members(body);
        String code = null;
        for (String name : List.of("error_code", "code"))
            if (members.get(name) instanceof JsonPrimitive one && one.isString()) code = one.getAsString();
        String kind = code != null ? code : body.isEmpty() ? "empty" : members.size() == 0 ? "text" : "json";
        String seen = operation + " " + status + " " + kind;
        String outcome = Arrays.stream(MEANINGS).filter(one -> seen.matches(one[0])).findFirst().orElseThrow()[1];
        return new Answer(outcome, status, code, members);
    }

    static JsonObject members(String body) {
        try {
            return JSON.fromJson(body);
        } catch (IOException | JsonParseException isNone) {
            return new JsonObject();
        }
    }
}
