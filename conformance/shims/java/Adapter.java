import java.io.*;
import java.net.*;
import java.net.http.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.regex.*;

/** A small client and its adapter for the session rung. JDK 17 and nothing else: `java Adapter.java`. */
public class Adapter {
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
        {"getTask 200 json|cancel\\w+ 204 empty", ""}, {"delete\\w+ 204 empty", "deleted"},
        {" 4\\d\\d (task_cannot_be_deleted|MPC\\.10213)$", "refused"}, {" 4\\d\\d (resource_not_exists?|MPC\\.10211)$", "absent"},
        {"cancel\\w+ 400 MPC\\.10212|twelvelabs/deleteTask 400 empty", "refused"},
        {" 429 ", "throttled"}, {" 5\\d\\d ", "failed"}, {" 40[13] ", "denied"}, {"", "unknown"}};

    static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** One call, repeated as long as its step says; what its last answer means, as JSON. */
    static String call(String operation, Map<?, ?> step, String base, Map<String, String> headers) throws Exception {
        String path = CALLS.get(operation).split(" ")[1];
        for (var given : object(step.get("parameters")).entrySet())
            path = path.replace("{" + given.getKey() + "}", URLEncoder.encode("" + given.getValue(), StandardCharsets.UTF_8).replace("+", "%20"));
        var request = HttpRequest.newBuilder(URI.create(base + path.split("\\?task_id=\\{")[0])); // what is not given is not sent
        request.method(CALLS.get(operation).split(" ")[0], HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        Map<?, ?> until = object(step.get("until"));
        for (int left = until.isEmpty() ? 1 : Integer.parseInt("" + until.get("atMost")); ; left--) {
            HttpResponse<String> answer;
            try {
                answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException noWholeAnswer) {
                return "{\"outcome\":\"unknown\"}";
            }
            Object value = read(answer.body());
            String told = outcome(operation, answer.statusCode(), answer.body(), object(value));
            if (left <= 1 || answer.statusCode() != 200) return told;
            for (String name : ("" + until.get("pointer")).substring(1).split("/")) value = object(value).get(name);
            if (((List<?>) until.get("in")).contains(value)) return told;
        }
    }

    static String outcome(String operation, int status, String body, Map<?, ?> members) {
        Object code = members.containsKey("code") ? members.get("code") : members.get("error_code");
        String kind = code != null ? "" + code : body.isEmpty() ? "empty" : members.isEmpty() ? "text" : "json";
        String told = "{\"status\":" + status + (code == null ? "" : ",\"code\":" + quote(kind));
        for (String[] meaning : MEANINGS)
            if (Pattern.compile(meaning[0]).matcher(operation + " " + status + " " + kind).find())
                return told + (meaning[1].isEmpty() ? "}" : ",\"outcome\":\"" + meaning[1] + "\"}");
        throw new IllegalStateException("the last one fits everything");
    }

    static String run(Map<?, ?> message) throws Exception {
        var headers = new TreeMap<String, String>();
        for (Object one : object(message.get("credentials")).values())
            if (object(one).containsKey("header")) headers.put("" + object(one).get("header"), "" + object(one).get("value"));
        var outcomes = new ArrayList<String>();
        for (Object step : (List<?>) message.get("do")) {
            String operation = message.get("provider") + "/" + object(step).get("operation");
            if (!CALLS.containsKey(operation) || headers.isEmpty() && !object(message.get("credentials")).isEmpty())
                return "\"unsupported\",\"reason\":\"it has no such call, or it cannot sign requests\"";
            outcomes.add(call(operation, object(step), "" + message.get("baseUrl"), headers));
        }
        return "\"result\",\"outcomes\":" + outcomes;
    }

    public static void main(String[] args) throws Exception {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Map<?, ?> message = object(read(line));
            if ("bye".equals(message.get("type"))) System.exit(0);
            if ("hello".equals(message.get("type")))
                out.println("{\"type\":\"hello\",\"protocol\":1,\"client\":{\"name\":\"shim-java\",\"language\":\"Java\"},\"capabilities\":"
                    + CALLS.keySet().stream().map(Adapter::quote).toList() + "}");
            if ("run".equals(message.get("type")))
                out.println("{\"seq\":" + message.get("seq") + ",\"type\":" + run(message) + "}");
        }
    }

    // The JDK reads no JSON. Maps, lists, texts; numbers and words as they are written; null where it is none.
    static Object read(String json) {
        var token = Pattern.compile("\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|[{}\\[\\]]|[^\\s{}\\[\\],:\"]+").matcher(json);
        try {
            return token.find() ? value(token) : null;
        } catch (IllegalStateException endsTooEarly) {
            return null;
        }
    }

    static Object value(Matcher token) {
        String first = token.group();
        var list = new ArrayList<Object>();
        var map = new LinkedHashMap<Object, Object>();
        while (first.equals("[") && token.find() & !token.group().equals("]")) list.add(value(token));
        while (first.equals("{") && token.find() & !token.group().equals("}")) {
            Object key = value(token);
            token.find();
            map.put(key, value(token));
        }
        if (first.equals("[") || first.equals("{")) return first.equals("[") ? list : map;
        if (!first.startsWith("\"")) return first.equals("null") ? null : first;
        return Pattern.compile("\\\\(?:u(....)|(.))").matcher(first.substring(1, first.length() - 1)).replaceAll(escape -> Matcher.quoteReplacement(
            escape.group(1) != null ? "" + (char) Integer.parseInt(escape.group(1), 16)
                : "" + "\b\f\n\r\t\"\\/".charAt("bfnrt\"\\/".indexOf(escape.group(2)))));
    }

    static String quote(String text) {
        return '"' + Pattern.compile("[\"\\\\\\p{Cntrl}]").matcher(text).replaceAll(one -> String.format("\\\\u%04x", (int) one.group().charAt(0))) + '"';
    }

    static Map<?, ?> object(Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }
}
