# Any world can be built: put a record into any state.
curl -s -X PUT -H 'content-type: application/json' -d '{"status":"indexing","index_id":"6298d673f1090f1100476d4c"}' \
  http://127.0.0.1:4010/_tombstone/state/twelvelabs/task/6298d673f1090f1100476d4d
# The delete is refused, and the answer says by which rule.
curl -si -X DELETE -H 'x-api-key: tlk_tombstone' http://127.0.0.1:4010/v1.3/tasks/6298d673f1090f1100476d4d
# Where sources disagree there is a switch.
curl -s -X PUT -H 'content-type: application/json' -d '{"taskNotDeletable":"409"}' \
  http://127.0.0.1:4010/_tombstone/switches/twelvelabs
# Time moves when told; then everything goes back to how it began.
curl -s -X POST -H 'content-type: application/json' -d '{"advance":"10s"}' http://127.0.0.1:4010/_tombstone/clock
curl -s -X POST http://127.0.0.1:4010/_tombstone/reset
