/**
 * What somebody would write by hand instead: `node:http`, two routes, the key, the rule of deletion, and a Map. No
 * other routes, no journal, no clock, no switches. Its answers are those of the mock, byte for byte in their bodies.
 */
import { createServer, type ServerResponse } from 'node:http';
import { serveBench } from '../servers/serveBench.js';
import { apiKey, makeTasks, type Task, tasksPath } from '../tasks.js';

const count = Number(process.argv[2]);
const idForm = /^[0-9a-f]{24}$/i;
const tasks = new Map<string, Task>();
const videos = new Set<string>();
fill();

function fill(): void {
  tasks.clear();
  for (const task of makeTasks(count)) tasks.set(task._id, task);
}

function send(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value);
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) });
  response.end(body);
}

function refuse(response: ServerResponse, status: number, code: string, message: string): void {
  send(response, status, { code, message });
}

function get(response: ServerResponse, task: Task): void {
  send(response, 200, task);
}

function remove(response: ServerResponse, task: Task): void {
  const { _id: id, status } = task;
  if (status !== 'ready' && status !== 'failed') {
    const message = `The task ${id} cannot be deleted while its status is ${status}.`;
    refuse(response, 400, 'task_cannot_be_deleted', message);
    return;
  }
  if (status === 'ready' && videos.has(task.video_id)) {
    const message = `The task ${id} cannot be deleted before its video ${task.video_id}.`;
    refuse(response, 400, 'task_cannot_be_deleted', message);
    return;
  }
  tasks.delete(id);
  response.writeHead(204);
  response.end();
}

const server = createServer((request, response) => {
  const { method, url = '', headers } = request;
  if (!url.startsWith(tasksPath)) return refuse(response, 404, 'endpoint_not_found', `There is no ${url}.`);
  if (headers['x-api-key'] !== apiKey) return refuse(response, 401, 'api_key_invalid', 'The API key is invalid.');
  const id = url.slice(tasksPath.length);
  if (!idForm.test(id)) return refuse(response, 400, 'parameter_invalid', 'The task_id parameter is invalid.');
  const task = tasks.get(id);
  if (!task) return refuse(response, 404, 'resource_not_exists', `The task ${id} does not exist.`);
  if (method === 'GET') return get(response, task);
  if (method === 'DELETE') return remove(response, task);
  refuse(response, 405, 'method_not_allowed', `${method} is not allowed.`);
});

server.listen(0, '127.0.0.1', () => serveBench((server.address() as { port: number }).port, fill));
