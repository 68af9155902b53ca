import com.google.gson.*;
import com.google.gson.annotations.SerializedName;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;

/**
 * The adapter of the small client in Client.java for the session rung. JDK 17 and Gson:
 * `javac -cp gson.jar -d classes *.java`, then `java -cp gson.jar:classes Adapter`.
 */
public class Adapter {
    static final Gson GSON = new GsonBuilder().setObjectToNumberStrategy(ToNumberPolicy.LAZILY_PARSED_NUMBER).create();

    record Identity(String name, String language) {}
    record Hello(String type, int protocol, Identity client, Set<String> capabilities) {}
    record Credential(String header, String value) {}
    record Until(String pointer, List<JsonElement> in, int atMost) {}
    record Step(String operation, Map<String, Object> parameters, Until until) {}
    record Run(JsonElement seq, String provider, String baseUrl, Map<String, Credential> credentials,
        @SerializedName("do") List<Step> steps) {}
    record Outcome(String outcome, Integer status, String code) {}
    record Reply(String type, JsonElement seq, List<Outcome> outcomes, String reason) {}

    /** The answer to a case: an outcome for each step, in order, or why the client cannot be asked for it. */
    static Reply run(Run asked) throws InterruptedException {
        var headers = new TreeMap<String, String>();
        for (Credential given : asked.credentials.values())
            if (given.header != null) headers.put(given.header, given.value);
        if (headers.isEmpty() && !asked.credentials.isEmpty())
            return new Reply("unsupported", asked.seq, null, "it cannot sign requests");
        var outcomes = new ArrayList<Outcome>();
        for (Step step : asked.steps) {
            String operation = asked.provider + "/" + step.operation;
            if (!Client.CALLS.containsKey(operation))
                return new Reply("unsupported", asked.seq, null, "it has no call " + operation);
            Client.Answer told = take(operation, step, asked.baseUrl, headers);
            outcomes.add(new Outcome(told.outcome(), told.status(), told.code()));
        }
        return new Reply("result", asked.seq, outcomes, null);
    }

    /** What the client tells of one step; of the last call where the step is `until` the answer has a value. */
    static Client.Answer take(String operation, Step step, String baseUrl, Map<String, String> headers) throws InterruptedException {
        for (int left = step.until == null ? 1 : step.until.atMost; ; left--) {
            Client.Answer told = Client.call(operation, step.parameters, baseUrl, headers);
            if (left <= 1 || told.status() == null || told.status() != 200) return told;
            if (step.until.in.contains(at(step.until.pointer, told.members()))) return told;
        }
    }

    static JsonElement at(String pointer, JsonElement value) {
        for (String name : pointer.substring(1).split("/"))
            value = value instanceof JsonObject members ? members.get(name) : null;
        return value;
    }

    public static void main(String[] args) throws Exception {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var hello = new Hello("hello", 1, new Identity("shim-java", "Java"), Client.CALLS.keySet());
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonObject message = GSON.fromJson(line, JsonObject.class);
            switch (message.get("type").getAsString()) {
                case "hello" -> out.println(GSON.toJson(hello));
                case "run" -> out.println(GSON.toJson(run(GSON.fromJson(message, Run.class))));
                case "bye" -> System.exit(0);
                default -> {} // a later runner may have more
            }
        }
    }
}
