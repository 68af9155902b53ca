package main

import (
	"fmt"
	"net/http"
	"os"
	"strings"
)

func main() {
	remove("https://api.twelvelabs.io/v1.3/tasks/6298d673f1090f1100476d4c", map[string]string{"x-api-key": "any"})
	remove("https://mpc.cn-north-4.myhuaweicloud.com/v1/0a1b2c3d4e5f60718293a4b5c6d7e8f9/transcodings/task?task_id=100211",
		map[string]string{"X-Auth-Token": "any"})
	remove("https://nclue.apigw.ntruss.com/api/v1/tasks/9e6fecc9-0079-4c5e-a0c6-f387e6221afa", map[string]string{
		"X-NCP-APIGW-TIMESTAMP": "1", "X-NCP-IAM-ACCESS-KEY": "any", "X-NCP-APIGW-SIGNATURE-V2": "any"})
	if _, err := http.Get("https://example.com/"); err == nil || !strings.Contains(err.Error(), "no contract names it") {
		fail("nothing refused it", err)
	}
}

func remove(url string, headers map[string]string) {
	request, err := http.NewRequest(http.MethodDelete, url, nil)
	if err != nil {
		fail(url, err)
	}
	for name, value := range headers {
		request.Header.Set(name, value)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil || response.StatusCode >= 300 {
		fail(url, response, err)
	}
	response.Body.Close()
}

func fail(what ...any) {
	fmt.Fprintln(os.Stderr, what...)
	os.Exit(1)
}
