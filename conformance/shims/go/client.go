package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
)

// What `operation status code` means by the provider's documentation; the first that fits counts. Without a code it ends
// with `empty` (no body), `json` or `text`.
var meanings = [][2]string{
	{`getTask 200 json$|cancel\w+ 204 empty$`, ""},
	{`delete\w+ 204 empty$`, "deleted"},
	{` 4\d\d (task_cannot_be_deleted|MPC\.10213)$`, "refused"},
	{` 4\d\d (resource_not_exists?|MPC\.10211)$`, "absent"},
	// A cancel that comes too late fails with the general code; of one call a 400 without a body is documented.
	{`cancel\w+ 400 MPC\.10212$|^twelvelabs/deleteTask 400 empty$`, "refused"},
	{` 429 `, "throttled"},
	{` 5\d\d `, "failed"},
	{` 40[13] `, "denied"},
	{``, "unknown"},
}

type outcome struct {
	Outcome string `json:"outcome,omitempty"`
	Status  int    `json:"status,omitempty"`
	Code    string `json:"code,omitempty"`
	members map[string]any
}

// Sends a request once and says what the answer means. Half an answer is none.
func send(operation, method string, target *url.URL, header http.Header) outcome {
	answer, err := http.DefaultTransport.RoundTrip(&http.Request{Method: method, URL: target, Header: header})
	if err != nil {
		return outcome{Outcome: "unknown"}
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	if err != nil {
		return outcome{Outcome: "unknown"}
	}
	told := outcome{Status: answer.StatusCode}
	kind := "json"
	if len(body) == 0 {
		kind = "empty"
	} else if json.Unmarshal(body, &told.members) != nil {
		kind = "text"
	}
	for _, name := range []string{"code", "error_code"} {
		if code, isText := told.members[name].(string); isText {
			told.Code, kind = code, code
		}
	}
	for _, meaning := range meanings {
		if regexp.MustCompile(meaning[0]).MatchString(fmt.Sprint(operation, " ", told.Status, " ", kind)) {
			told.Outcome = meaning[1]
			break
		}
	}
	return told
}

// The value at a JSON Pointer of the answer's body.
func (told outcome) at(pointer string) any {
	var value any = told.members
	for _, name := range strings.Split(pointer, "/")[1:] {
		members, _ := value.(map[string]any)
		value = members[name]
	}
	return value
}
