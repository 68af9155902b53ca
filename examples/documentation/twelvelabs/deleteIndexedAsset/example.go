package main

import (
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	indexID, indexedAssetID := argument(1), argument(2)
	url := "https://api.twelvelabs.io/v1.3/indexes/" + indexID + "/indexed-assets/" + indexedAssetID

	request, _ := http.NewRequest("DELETE", url, nil)
	request.Header.Add("x-api-key", "<apiKey>")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()

	var data any
	if err := json.NewDecoder(response.Body).Decode(&data); err != nil {
		log.Fatal(err)
	}
	fmt.Println(data)
}

func argument(position int) string {
	if len(os.Args) > position {
		return os.Args[position]
	}
	return "6298d673f1090f1100476d4c"
}
