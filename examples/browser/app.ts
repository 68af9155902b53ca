import { deleteTask } from '../huawei-modelarts/deleteTask.js';

const endpoint = 'https://modelarts.cn-north-4.myhuaweicloud.com/v2/0a1b2c3d4e5f60718293a4b5c6d7e8f9';

/** The page: a field for a task, a button that deletes it, and what came of that. */
export function showApp(page: HTMLElement): void {
  page.innerHTML = '<form><input name="task"> <button>Delete</button> <output></output></form>';
  page.querySelector('form')?.addEventListener('submit', async (event) => {
    event.preventDefault();
    const [task, answer] = [page.querySelector('input'), page.querySelector('output')];
    if (!task || !answer) return;
    answer.value = await deleteTask(endpoint, 'tombstone-token', task.value).catch((error) => error.message);
  });
}
