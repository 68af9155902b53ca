#!/bin/sh
# Each request is the command line that `tombstone request --print-curl` prints, run by a shell as a reader would.
set -u

count=0
failed=0
answer=$(mktemp)
trap 'rm -f "$answer"' EXIT
index=6298d673f1090f1100476d4c

# check "what holds" command…: one result, from the status of the command.
check() {
  title=$1
  shift
  count=$((count + 1))
  if "$@"; then
    echo "ok - $title"
  else
    failed=$((failed + 1))
    echo "not ok - $title"
    # What comes next has to start a line of its own, whether the body ended its last one or not.
    sed 's/^/  /' "$answer"
    echo
  fi
}

# line OPERATION ARGUMENTS…: the curl command line of one request.
line() {
  "$NODE" "$TOMBSTONE_BIN" request "$@" --print-curl --target "$TOMBSTONE_URL" 2>/dev/null
}

# send OPERATION ARGUMENTS…: sends it; the head and body of the answer are in $answer, without carriage returns.
send() {
  eval "$(line "$@") --silent --show-error" 2>&1 | tr -d '\r' >"$answer"
}

status() { [ "$(sed -n '1s/^HTTP[^ ]* \([0-9]*\).*/\1/p' "$answer")" = "$1" ]; }
body() { sed '1,/^$/d' "$answer"; }
has() { body | grep -qF "$1"; }
no_body() { [ -z "$(body)" ] && ! grep -qiE '^(content-length|content-type|transfer-encoding):' "$answer"; }

# What is there, as the control interface says; without asking the client under test.
exists() { [ "$(curl -s -o /dev/null -w '%{http_code}' "$TOMBSTONE_URL/_tombstone/state/$1")" = 200 ]; }

# refused "what" RECORD STATUS TEXT OPERATION ARGUMENTS…
refused() {
  what=$1 record=$2 wanted=$3 text=$4
  shift 4
  send "$@"
  check "$what is refused with $wanted $text" refused_as_said
}
refused_as_said() { status "$wanted" && has "$text" && exists "$record"; }

# deleted "what" RECORD STATUS TEXT OPERATION ARGUMENTS…: no TEXT means no body.
deleted() {
  what=$1 record=$2 wanted=$3 text=$4
  shift 4
  check "$what is there" exists "$record"
  send "$@"
  check "$what is deleted with $wanted ${text:-and no body}" deleted_as_said
}
deleted_as_said() { status "$wanted" && { if [ -n "$text" ]; then has "$text"; else no_body; fi; } && ! exists "$record"; }

tasks=twelvelabs/task
refused 'twelvelabs: a task being indexed' $tasks/7a5c00000000000000000005 400 '"task_cannot_be_deleted"' \
  twelvelabs/deleteTask task_id=7a5c00000000000000000005
refused 'twelvelabs: a ready task with a video' $tasks/7a5c00000000000000000006 400 '"task_cannot_be_deleted"' \
  twelvelabs/deleteTask task_id=7a5c00000000000000000006
refused 'twelvelabs: a wrong key' $tasks/$index 401 '"api_key_invalid"' \
  twelvelabs/deleteTask task_id=$index --credentials tlk_wrong
deleted 'twelvelabs: a failed task' $tasks/$index 204 '' twelvelabs/deleteTask task_id=$index

deleted 'twelvelabs: the video' twelvelabs/indexedAsset/7a5c00000000000000000006 204 '' \
  twelvelabs/deleteVideo index-id=$index video-id=7a5c00000000000000000006
deleted 'twelvelabs: the task without its video' $tasks/7a5c00000000000000000006 204 '' \
  twelvelabs/deleteTask task_id=7a5c00000000000000000006
deleted 'twelvelabs: an indexed asset' twelvelabs/indexedAsset/$index 204 '' \
  twelvelabs/deleteIndexedAsset index-id=$index indexed-asset-id=$index

mpc=huawei-mpc/transcodingTask
refused 'huawei-mpc: a running task' $mpc/100213 400 '"MPC.10213"' huawei-mpc/deleteTranscodingTask task_id=100213
refused 'huawei-mpc: a wrong secret' $mpc/100211 401 '"APIGW.0301"' \
  huawei-mpc/deleteTranscodingTask task_id=100211 --credentials TOMBSTONEAK:wrong
deleted 'huawei-mpc: a finished task' $mpc/100211 204 '' huawei-mpc/deleteTranscodingTask task_id=100211

arts=huawei-modelarts/processorTask
refused 'huawei-modelarts: a task being initialized' $arts/Task0Initialized001 403 '"ModelArts.4850"' \
  huawei-modelarts/deleteProcessorTask task_id=Task0Initialized001
deleted 'huawei-modelarts: a completed task' $arts/SNEJua7qdZZN8GvkcEr 200 '{}' \
  huawei-modelarts/deleteProcessorTask task_id=SNEJua7qdZZN8GvkcEr

nclue=naver-nclue/task
in_use=7a500000-0000-4000-8000-0000000000a1
unused=9e6fecc9-0079-4c5e-a0c6-f387e6221afa
refused 'naver-nclue: a task with a pending run' $nclue/$in_use 409 '"TASK_IN_USE"' naver-nclue/deleteTask task_id=$in_use
refused 'naver-nclue: a wrong secret' $nclue/$unused 401 '"Authentication Failed"' \
  naver-nclue/deleteTask task_id=$unused --credentials TOMBSTONEAK:wrong
deleted 'naver-nclue: an unused task' $nclue/$unused 200 "\"task_id\":\"$unused\"" naver-nclue/deleteTask task_id=$unused

# HEAD says what GET would say and sends no body: the next answer on the same connection is still in its place.
list=$TOMBSTONE_URL/v1.3/tasks
key='x-api-key: tlk_tombstone'
form='%{http_code} %{num_connects}\n'
curl -sS --head -H "$key" "$list" 2>&1 | tr -d '\r' >"$answer"
check 'HEAD is answered as GET, with the length of what it leaves out' grep -qi '^content-length: [1-9]' "$answer"
curl -sS --head -H "$key" -o /dev/null -w "$form" "$list" --next -sS -H "$key" -o /dev/null -w "$form" "$list" >"$answer"
check 'after HEAD, the connection is good for another request' [ "$(tr '\n' ' ' <"$answer")" = '200 1 200 0 ' ]

echo "1..$count"
[ "$failed" -eq 0 ]
