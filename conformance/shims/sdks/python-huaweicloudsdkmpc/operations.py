"""Each operation of the API as a call of the SDK; every one it has for transcoding tasks."""

from huaweicloudsdkmpc import v1

# Operation: the method, and the request it takes.
operations = {
    "createTranscodingTask": ("create_transcoding_task", v1.CreateTranscodingTaskRequest),
    "listTranscodingTask": ("list_transcoding_task", v1.ListTranscodingTaskRequest),
    "cancelTranscodingTask": ("delete_transcoding_task", v1.DeleteTranscodingTaskRequest),
    "deleteTranscodingTask": ("delete_transcoding_task_by_console", v1.DeleteTranscodingTaskByConsoleRequest),
    "listStatSummary": ("list_stat_summary", v1.ListStatSummaryRequest),
    "listTranscodeDetail": ("list_transcode_detail", v1.ListTranscodeDetailRequest),
}


def invoke(client, operation, parameters, body):
    method, request = operations[operation]
    # The project is the credential's affair.
    fields = {name.replace("-", "_"): value for name, value in parameters.items() if name != "project_id"}
    if body:
        fields["body"] = create_body(body)
    return getattr(client, method)(request(**fields))


def create_body(given):
    places = {name: v1.ObsObjInfo(**given[name]) for name in ("input", "output") if name in given}
    return v1.CreateTranscodingReq(**{**given, **places})
