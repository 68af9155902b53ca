package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
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

// What `operation status code` means, as documented; the first that fits counts. Without a code: empty, json or text.
// A cancel that comes too late fails with the general code; of one call a 400 without a body is documented.
var meanings = [][2]string{
	{`getTask 200 json$|cancel\w+ 204 empty$`, ""},
	{`delete\w+ 204 empty$`, "deleted"},
	{` 4\d\d (task_cannot_be_deleted|MPC\.10213)$|cancel\w+ 400 MPC\.10212$|twelvelabs/deleteTask 400 empty$`, "refused"},
	{` 4\d\d (resource_not_exists?|MPC\.10211)$`, "absent"},
	{` 429 `, "throttled"}, {` 5\d\d `, "failed"}, {` 40[13] `, "denied"}, {``, "unknown"},
}

type outcome struct {
	Outcome string `json:"outcome,omitempty"`
	Status  int    `json:"status,omitempty"`
	Code    string `json:"code,omitempty"`
	members map[string]any
}

// Makes one call, and says what came of it. Half an answer is none.
func call(operation string, parameters map[string]any, baseUrl string, header http.Header) outcome {
	method, path := calls[operation][0], calls[operation][1]
	for name, value := range parameters {
		encoded := strings.ReplaceAll(url.QueryEscape(fmt.Sprint(value)), "+", "%20")
		path = strings.ReplaceAll(path, "{"+name+"}", encoded)
	}
	target, _ := url.Parse(baseUrl + strings.Split(path, "?task_id={")[0]) // what is not given is not sent
	answer, err := http.DefaultTransport.RoundTrip(&http.Request{Method: method, URL: target, Header: header})
	if err != nil {
		return outcome{Outcome: "unknown"}
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		return outcome{Outcome: "unknown"}
	}
	return read(operation, answer.StatusCode, body)
}

func read(operation string, status int, body []byte) outcome {
	told, kind, decoder := outcome{Status: status}, "json", json.NewDecoder(bytes.NewReader(body))
	decoder.UseNumber()
	if len(body) == 0 {
		kind = "empty"
	} else if decoder.Decode(&told.members) != nil || decoder.More() {
		kind = "text"
	}
	for _, name := range []string{"code", "error_code"} {
		if code, isText := told.members[name].(string); isText {
			told.Code, kind = code, code
		}
	}
	seen := fmt.Sprint(operation, " ", status, " ", kind)
	fits := func(meaning [2]string) bool { return regexp.MustCompile(meaning[0]).MatchString(seen) }
	told.Outcome = meanings[slices.IndexFunc(meanings, fits)][1]
	return told
}
