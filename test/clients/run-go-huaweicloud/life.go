// The life of a transcoding task, signed with AK and SK: at the address the SDK has for a region, or at the one written here.
package main

import (
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/auth/basic"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/core/sdkerr"
	mpc "github.com/huaweicloud/huaweicloud-sdk-go-v3/services/mpc/v1"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/services/mpc/v1/model"
	"github.com/huaweicloud/huaweicloud-sdk-go-v3/services/mpc/v1/region"
)

func main() {
	client := connect("TOMBSTONESK")
	created, err := client.CreateTranscodingTask(&model.CreateTranscodingTaskRequest{Body: &model.CreateTranscodingReq{
		Input: clip("in.mp4"), Output: clip("out"), TransTemplateId: &[]int32{7000523}}})
	must(err)
	task := *created.TaskId

	refused(400, "MPC.10213", remove(client, task))
	for status(client, task) != "SUCCEEDED" {
		time.Sleep(100 * time.Millisecond)
	}
	refused(401, "APIGW.0301", remove(connect("WRONGSK"), task))
	must(remove(client, task))
	expect("", status(client, task))
	refused(400, "MPC.10212", remove(client, task))
}

func connect(secret string) *mpc.MpcClient {
	credentials, err := basic.NewCredentialsBuilder().WithAk("TOMBSTONEAK").WithSk(secret).
		WithProjectId("0a1b2c3d4e5f60718293a4b5c6d7e8f9").SafeBuild()
	must(err)
	builder := mpc.MpcClientBuilder().WithCredential(credentials)
	if os.Args[1] == "endpoint" {
		builder.WithEndpoints([]string{"https://mpc.cn-north-4.myhuaweicloud.com"})
	} else {
		place, err := region.SafeValueOf("cn-north-4")
		must(err)
		builder.WithRegion(place)
	}
	client, err := builder.SafeBuild()
	must(err)
	return mpc.NewMpcClient(client)
}

func clip(name string) *model.ObsObjInfo {
	return &model.ObsObjInfo{Bucket: "example-bucket", Location: "cn-north-4", Object: name}
}

func remove(client *mpc.MpcClient, task int32) error {
	deleted, err := client.DeleteTranscodingTaskByConsole(&model.DeleteTranscodingTaskByConsoleRequest{TaskId: task})
	if err == nil {
		expect(204, deleted.HttpStatusCode)
	}
	return err
}

// The status of a task, empty where there is none.
func status(client *mpc.MpcClient, task int32) string {
	listed, err := client.ListTranscodingTask(&model.ListTranscodingTaskRequest{TaskId: &[]int64{int64(task)}})
	must(err)
	for _, found := range *listed.TaskArray {
		return found.Status.Value()
	}
	return ""
}

func refused(status int, code string, err error) {
	var refusal *sdkerr.ServiceResponseError
	if !errors.As(err, &refusal) {
		fail("nothing refused it; expected", code, err)
	}
	expect(fmt.Sprint(status, code), fmt.Sprint(refusal.StatusCode, refusal.ErrorCode))
}

func expect(wanted, seen any) {
	if wanted != seen {
		fail("expected", wanted, "seen", seen)
	}
}

func must(err error) {
	if err != nil {
		fail(err)
	}
}

func fail(what ...any) {
	fmt.Fprintln(os.Stderr, what...)
	os.Exit(1)
}
