#!/usr/bin/env bash
# The adapter of the small client in client.sh for the session rung. bash, curl and jq: `bash adapter.sh`.
set -u
source "$(dirname "${BASH_SOURCE[0]}")/client.sh"

hello='{type: "hello", protocol: 1, client: {name: "shim-bash", language: "bash"}, capabilities: keys}'

# Of a `run` message the reason why the client cannot be asked for it, if there is one.
problem='if .credentials != {} and all(.credentials[]; .header == null) then "it cannot sign requests"
  else first(.provider as $provider | .do[] | "\($provider)/\(.operation)" | select($calls[.] == null) | "it has no call \(.)") // ""
  end'

# Of a `run` message what all of its calls have.
call_of='.baseUrl, (first(.credentials[] | select(.header) | "\(.header): \(.value)") // "")'

# Of what a call told, whether it is the last: no `until`, or the answer has one of its values, or it is no success.
is_last='.status != 200 or $until == null
  or (.json | getpath($until.pointer | split("/")[1:])) as $value | any($until.in[]; . == $value)'

run() { # MESSAGE: prints an outcome for each step, in order
  local message=$1 reason header base_url step outcomes=''
  reason=$(jq -r --argjson calls "$calls" "$problem" <<<"$message")
  if [ -n "$reason" ]; then
    jq -c --arg reason "$reason" '{type: "unsupported", seq, reason: $reason}' <<<"$message"
    return
  fi
  { read -r base_url; read -r header; } < <(jq -r "$call_of" <<<"$message")
  while IFS= read -r step; do
    outcomes+=$(take "$step" "$base_url" "$header")
  done < <(jq -c '.provider as $provider | .do[] | .operation |= "\($provider)/\(.)"' <<<"$message")
  jq -c --argjson outcomes "$(jq -c -s . <<<"$outcomes")" '{type: "result", seq, outcomes: $outcomes}' <<<"$message"
}

take() { # STEP BASE_URL HEADER: prints what the client tells of one step; of the last call where there are more
  local step=$1 base_url=$2 header=$3 operation parameters until left told
  { read -r operation; read -r parameters; read -r until; read -r left; } < <(
    jq -c -r '.operation, .parameters, .until, .until.atMost // 1' <<<"$step"
  )
  for (( ; left > 0; left -= 1)); do
    told=$(call "$operation" "$parameters" "$base_url" "$header")
    if jq -e --argjson until "$until" "$is_last" <<<"$told" >/dev/null; then break; fi
  done
  jq -c '{outcome, status, code} | with_entries(select(.value != null))' <<<"$told"
}

while IFS= read -r line; do
  case $(jq -r .type <<<"$line") in
    hello) jq -c "$hello" <<<"$calls" ;;
    run) run "$line" ;;
    bye) exit 0 ;;
  esac
done
