# A small client of two providers, as its author has it. bash, curl and jq; to be sourced.

# Operation: method, path below the base URL.
calls='{
  "twelvelabs/getTask": ["GET", "/tasks/{task_id}"],
  "twelvelabs/deleteTask": ["DELETE", "/tasks/{task_id}"],
  "twelvelabs/deleteVideo": ["DELETE", "/indexes/{index-id}/videos/{video-id}"],
  "twelvelabs/deleteIndexedAsset": ["DELETE", "/indexes/{index-id}/indexed-assets/{indexed-asset-id}"],
  "huawei-mpc/deleteTranscodingTask": ["DELETE", "/v1/{project_id}/transcodings/task?task_id={task_id}"],
  "huawei-mpc/cancelTranscodingTask": ["DELETE", "/v1/{project_id}/transcodings?task_id={task_id}"]
}'

# Of an object of parameters the method and the path, encoded. What is not given is not sent.
target_of='$calls[$operation][0],
  (reduce to_entries[] as $given ($calls[$operation][1]; split("{\($given.key)}") | join($given.value | tostring | @uri))
    | sub("[?].*[{].*"; ""))'

# What `operation status code` means, as documented; the first pattern that fits counts. Without a code: empty, json or text.
# A cancel that comes too late fails with the general code; of one call a 400 without a body is documented.
meanings='[
  ["getTask 200 json|cancel[A-Za-z]+ 204 empty", null],
  ["delete[A-Za-z]+ 204 empty", "deleted"],
  [" 4.. (task_cannot_be_deleted|MPC[.]10213)$", "refused"],
  ["cancel[A-Za-z]+ 400 MPC[.]10212|twelvelabs/deleteTask 400 empty", "refused"],
  [" 4.. (resource_not_exists?|MPC[.]10211)$", "absent"],
  [" 429 ", "throttled"],
  [" 5.. ", "failed"],
  [" 40[13] ", "denied"],
  ["", "unknown"]
]'

# Of an answer's body what came of the call, as JSON: outcome, status, code, and what JSON the body was.
reading='(try fromjson catch null) as $json
  | ([$json | objects | .code, .error_code | strings] | first) as $code
  | ($code // if . == "" then "empty" elif $json then "json" else "text" end) as $kind
  | "\($operation) \($status) \($kind)" as $seen
  | {outcome: first($meanings[] | select(.[0] as $pattern | $seen | test($pattern)))[1],
     status: $status, code: $code, json: $json}'

call() { # OPERATION PARAMETERS BASE_URL HEADER: makes one call, and prints what came of it
  local operation=$1 parameters=$2 base_url=$3 header=$4 method path body status
  { read -r method; read -r path; } < <(
    jq -r --arg operation "$operation" --argjson calls "$calls" "$target_of" <<<"$parameters"
  )
  body=$(curl --silent --globoff --path-as-is --request "$method" ${header:+--header "$header"} \
    --write-out '\n%{http_code}' "$base_url$path") || {
    echo '{"outcome": "unknown"}' # half an answer is none
    return
  }
  status=${body##*$'\n'} body=${body%$'\n'*}
  printf %s "$body" | jq -c -R -s --arg operation "$operation" --argjson status "$status" --argjson meanings "$meanings" "$reading"
}
