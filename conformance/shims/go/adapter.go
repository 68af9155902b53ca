// The adapter of the small client in client.go for the session rung. Standard library: `go run adapter.go client.go`.
package main

import (
	"encoding/json"
	"maps"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
)

var calls = map[string][2]string{ // operation: method, path below the base URL
	"twelvelabs/getTask":               {"GET", "/tasks/{task_id}"},
	"twelvelabs/deleteTask":            {"DELETE", "/tasks/{task_id}"},
	"twelvelabs/deleteVideo":           {"DELETE", "/indexes/{index-id}/videos/{video-id}"},
	"twelvelabs/deleteIndexedAsset":    {"DELETE", "/indexes/{index-id}/indexed-assets/{indexed-asset-id}"},
	"huawei-mpc/deleteTranscodingTask": {"DELETE", "/v1/{project_id}/transcodings/task?task_id={task_id}"},
	"huawei-mpc/cancelTranscodingTask": {"DELETE", "/v1/{project_id}/transcodings?task_id={task_id}"},
}
var client = map[string]string{"name": "shim-go", "language": "Go"}
var hello = map[string]any{"type": "hello", "protocol": 1, "client": client, "capabilities": slices.Sorted(maps.Keys(calls))}

type step struct {
	Operation  string
	Parameters map[string]json.RawMessage
	Until      struct {
		Pointer string
		In      []any
		AtMost  int
	}
}
type message struct {
	Type, Provider, BaseUrl string
	Seq                     json.RawMessage
	Credentials             map[string]struct{ Header, Value string }
	Do                      []step
}

func call(operation string, one step, baseUrl string, header http.Header) outcome {
	method, path := calls[operation][0], calls[operation][1]
	for name, value := range one.Parameters {
		text := string(value)
		_ = json.Unmarshal(value, &text) // a number stays as it is written
		path = strings.ReplaceAll(path, "{"+name+"}", strings.ReplaceAll(url.QueryEscape(text), "+", "%20"))
	}
	target, _ := url.Parse(baseUrl + strings.Split(path, "?task_id={")[0]) // what is not given is not sent
	told := send(operation, method, target, header)
	for left := one.Until.AtMost; left > 1 && told.Status == 200 && !slices.Contains(one.Until.In, told.at(one.Until.Pointer)); left-- {
		told = send(operation, method, target, header)
	}
	return told
}

func run(asked message) map[string]any {
	header := http.Header{}
	for _, credential := range asked.Credentials {
		header.Set(credential.Header, credential.Value)
	}
	header.Del("") // a key pair has no header
	var outcomes []outcome
	for _, one := range asked.Do {
		operation := asked.Provider + "/" + one.Operation
		if _, isKnown := calls[operation]; !isKnown || len(header) == 0 && len(asked.Credentials) > 0 {
			return map[string]any{"type": "unsupported", "seq": asked.Seq, "reason": "no such call, or no way to sign it"}
		}
		outcomes = append(outcomes, call(operation, one, asked.BaseUrl, header))
	}
	return map[string]any{"type": "result", "seq": asked.Seq, "outcomes": outcomes}
}

func main() {
	in, out := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	for asked := (message{}); in.Decode(&asked) == nil && asked.Type != "bye"; asked = (message{}) {
		if asked.Type == "hello" {
			_ = out.Encode(hello)
		} else if asked.Type == "run" {
			_ = out.Encode(run(asked))
		}
	}
}
