#!/usr/bin/env bash
# A small client and its adapter for the session rung. bash, curl and jq: `bash adapter.sh`.
set -u

# Operation: method, path below the base URL.
calls='{
  "twelvelabs/getTask": ["GET", "/tasks/{task_id}"],
  "twelvelabs/deleteTask": ["DELETE", "/tasks/{task_id}"],
  "twelvelabs/deleteVideo": ["DELETE", "/indexes/{index-id}/videos/{video-id}"],
  "twelvelabs/deleteIndexedAsset": ["DELETE", "/indexes/{index-id}/indexed-assets/{indexed-asset-id}"],
  "huawei-mpc/deleteTranscodingTask": ["DELETE", "/v1/{project_id}/transcodings/task?task_id={task_id}"],
  "huawei-mpc/cancelTranscodingTask": ["DELETE", "/v1/{project_id}/transcodings?task_id={task_id}"]
}'

# A step's method, URL, header, and how often it is made at most; or why it cannot be. What is not given is not sent.
plan_of='. as $m | .do[$i] as $s | "\(.provider)/\($s.operation)" as $operation | $calls[$operation] as $call
  | [.credentials[] | select(.header)] as $keys
  | if $call == null then {unsupported: "no call \($operation)"}
    elif ($keys == []) and (.credentials != {}) then {unsupported: "it cannot sign requests"}
    else {operation: $operation, method: $call[0], until: $s.until, most: ($s.until.atMost // 1), header: ($keys[0] // {} | "\(.header): \(.value)"),
      url: ($m.baseUrl + (reduce ($s.parameters | to_entries[]) as $p ($call[1]; split("{\($p.key)}") | join($p.value | tostring | @uri))
        | sub("[?].*[{].*"; "")))} end'

# What an answer means, as documented: the first pattern that fits `operation status code`; without a code it ends with
# empty, json or text. A cancel that comes too late fails with the general code; of one call a 400 without a body is documented.
meaning='(try fromjson catch null) as $json | ([$json | objects | .code, .error_code | strings] | first) as $code
  | "\($plan.operation) \($status) \($code // if . == "" then "empty" elif $json then "json" else "text" end)" as $seen
  | first([["getTask 200 json|cancel[A-Za-z]+ 204 empty", null], ["delete[A-Za-z]+ 204 empty", "deleted"],
      [" 4.. (task_cannot_be_deleted|MPC[.]10213)$", "refused"], [" 4.. (resource_not_exists?|MPC[.]10211)$", "absent"],
      ["cancel[A-Za-z]+ 400 MPC[.]10212|twelvelabs/deleteTask 400 empty", "refused"],
      [" 429 ", "throttled"], [" 5.. ", "failed"], [" 40[13] ", "denied"], ["", "unknown"]][]
    | .[0] as $pattern | select($seen | test($pattern)))[1] as $word
  | {outcome: $word, status: $status, code: $code} | with_entries(select(.value != null))
  | {told: ., go: ($status == 200 and ($plan.until != null)
      and ($json | getpath($plan.until.pointer | split("/")[1:])) as $value | all($plan.until.in[]; . != $value))}'

take() { # PLAN: makes a call as often as it says, and prints what came of the last
  local plan=$1 body status told left method url header
  { read -r method; read -r url; read -r header; read -r left; } < <(jq -r '.method, .url, .header, .most' <<<"$plan")
  [ "$header" = 'null: null' ] && header='X-Nothing;'
  while :; do
    body=$(curl --silent --globoff --request "$method" --header "$header" --write-out '\n%{http_code}' "$url") ||
      { echo '{"outcome":"unknown"}'; return; } # half an answer is none
    status=${body##*$'\n'} body=${body%$'\n'*}
    told=$(printf %s "$body" | jq -c -R -s --argjson plan "$plan" --argjson status "$status" "$meaning")
    left=$((left - 1))
    if [ "$left" -lt 1 ] || [ "$(jq .go <<<"$told")" = false ]; then jq -c .told <<<"$told"; return; fi
  done
}

run() { # MESSAGE
  local message=$1 plan outcomes='' steps i
  steps=$(jq '.do | length' <<<"$message")
  for ((i = 0; i < steps; i += 1)); do
    plan=$(jq -c --argjson i "$i" --argjson calls "$calls" "$plan_of" <<<"$message")
    if [ "$(jq 'has("unsupported")' <<<"$plan")" = true ]; then
      jq -c --argjson plan "$plan" '{type: "unsupported", seq, reason: $plan.unsupported}' <<<"$message"
      return
    fi
    outcomes+=$(take "$plan")
  done
  jq -c --argjson outcomes "$(jq -c -s . <<<"$outcomes")" '{type: "result", seq, outcomes: $outcomes}' <<<"$message"
}

while IFS= read -r line; do
  case $(jq -r .type <<<"$line") in
    hello) jq -cn --argjson calls "$calls" '{type: "hello", protocol: 1, client: {name: "shim-bash", language: "bash"}, capabilities: ($calls | keys)}' ;;
    run) run "$line" ;;
    bye) exit 0 ;;
  esac
done
