import requests


def remove_task(base_url, key, task):
    """Deletes a TwelveLabs task: 'deleted', 'refused' or 'absent'; raises where neither is known."""
    answer = requests.delete(f"{base_url}/tasks/{task}", headers={"x-api-key": key}, timeout=10)
    if answer.status_code == 204:
        return "deleted"  # and no body: answer.json() would raise
    if answer.status_code == 400:
        return "refused"
    if answer.status_code == 404:
        return "absent"
    answer.raise_for_status()
    raise RuntimeError(f"unexpected status {answer.status_code}")
