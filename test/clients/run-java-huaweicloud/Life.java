import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.exception.ClientRequestException;
import com.huaweicloud.sdk.mpc.v1.MpcClient;
import com.huaweicloud.sdk.mpc.v1.model.CreateTranscodingReq;
import com.huaweicloud.sdk.mpc.v1.model.CreateTranscodingTaskRequest;
import com.huaweicloud.sdk.mpc.v1.model.DeleteTranscodingTaskByConsoleRequest;
import com.huaweicloud.sdk.mpc.v1.model.ListTranscodingTaskRequest;
import com.huaweicloud.sdk.mpc.v1.model.ObsObjInfo;
import java.util.List;

/** The life of a transcoding task, at the address of the real service, signed with AK and SK. */
public class Life {
  public static void main(String[] args) throws Exception {
    MpcClient mpc = connect("TOMBSTONESK");
    CreateTranscodingReq body = new CreateTranscodingReq().withInput(clip("in.mp4")).withOutput(clip("out"))
        .withTransTemplateId(List.of(7000523));
    int task = mpc.createTranscodingTask(new CreateTranscodingTaskRequest().withBody(body)).getTaskId();

    refused(400, "MPC.10213", () -> delete(mpc, task));
    while (!status(mpc, task).equals(List.of("SUCCEEDED"))) Thread.sleep(100);
    refused(401, "APIGW.0301", () -> delete(connect("WRONGSK"), task));
    expect(204, delete(mpc, task));
    expect(List.of(), status(mpc, task));
    refused(400, "MPC.10212", () -> delete(mpc, task));
    // The client's idle connections would keep the JVM for a minute.
    System.exit(0);
  }

  static MpcClient connect(String secret) {
    BasicCredentials credentials = new BasicCredentials().withAk("TOMBSTONEAK").withSk(secret)
        .withProjectId("0a1b2c3d4e5f60718293a4b5c6d7e8f9");
    return MpcClient.newBuilder().withCredential(credentials)
        .withEndpoint("https://mpc.cn-north-4.myhuaweicloud.com").build();
  }

  static ObsObjInfo clip(String name) {
    return new ObsObjInfo().withBucket("example-bucket").withLocation("cn-north-4").withObject(name);
  }

  static int delete(MpcClient mpc, int task) {
    return mpc.deleteTranscodingTaskByConsole(new DeleteTranscodingTaskByConsoleRequest().withTaskId(task)).getHttpStatusCode();
  }

  static List<String> status(MpcClient mpc, int task) {
    return mpc.listTranscodingTask(new ListTranscodingTaskRequest().withTaskId(List.of((long) task))).getTaskArray()
        .stream().map(found -> found.getStatus().getValue()).toList();
  }

  static void refused(int status, String code, Runnable call) {
    try {
      call.run();
    } catch (ClientRequestException refusal) {
      expect(status + " " + code, refusal.getHttpStatusCode() + " " + refusal.getErrorCode());
      return;
    }
    throw new AssertionError("nothing refused it; expected " + code);
  }

  static void expect(Object wanted, Object seen) {
    if (!wanted.equals(seen)) throw new AssertionError("expected " + wanted + ", seen " + seen);
  }
}
