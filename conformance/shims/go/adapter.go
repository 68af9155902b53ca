// The adapter of the small client in client.go for the session rung. Standard library: `go run adapter.go client.go`.
package main

import (
	"encoding/json"
	"maps"
	"net/http"
	"os"
	"slices"
	"strings"
)

type step struct {
	Operation  string
	Parameters map[string]any
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

var client = map[string]string{"name": "shim-go", "language": "Go"}
var hello = map[string]any{"type": "hello", "protocol": 1, "client": client, "capabilities": slices.Sorted(maps.Keys(calls))}

// The answer to a case: an outcome for each step, in order, or why the client cannot be asked for it.
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
		outcomes = append(outcomes, take(operation, one, asked.BaseUrl, header))
	}
	return map[string]any{"type": "result", "seq": asked.Seq, "outcomes": outcomes}
}

// What the client tells of one step; of the last call where the step is `until` the answer has a value.
func take(operation string, one step, baseUrl string, header http.Header) outcome {
	for left := one.Until.AtMost; ; left-- {
		told := call(operation, one.Parameters, baseUrl, header)
		if left <= 1 || told.Status != 200 || slices.Contains(one.Until.In, at(one.Until.Pointer, told.members)) {
			return told
		}
	}
}

func at(pointer string, value any) any {
	for _, name := range strings.Split(pointer, "/")[1:] {
		members, _ := value.(map[string]any)
		value = members[name]
	}
	return value
}

func main() {
	in, out := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	in.UseNumber() // a number stays as it is written
	for asked := (message{}); in.Decode(&asked) == nil && asked.Type != "bye"; asked = (message{}) {
		if asked.Type == "hello" {
			_ = out.Encode(hello)
		} else if asked.Type == "run" {
			_ = out.Encode(run(asked))
		}
	}
}
