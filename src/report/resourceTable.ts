import type { CompiledContract } from '../language/compiledContract.js';
import type { FlowEdge, StateMachine } from '../language/lifecycle.js';
import { code, markdownTable } from './markdown.js';

/** The resources of a contract with their states, in Markdown. */
export function resourceTable({ lifecycle }: CompiledContract): string {
  const rows = Object.entries(lifecycle.resources).map(([name, { key, state, partition }]) => [
    code(name),
    code(key.field) + (partition === undefined ? '' : `, within ${code(partition)}`),
    state ? stateNames(state) : 'none',
    state ? flowText(state) : '',
  ]);
  return markdownTable(['resource', 'key', 'states, the first one in bold', 'by itself'], rows);
}

function stateNames({ values, initial }: StateMachine): string {
  return Object.entries(values)
    .map(([name, wire]) => {
      const text = name === wire ? code(name) : `${code(name)} (${code(JSON.stringify(wire))})`;
      return name === initial ? `**${text}**` : text;
    })
    .join(', ');
}

function flowText({ flow }: StateMachine): string {
  return Object.entries(flow)
    .map(([from, edge]) => `${code(from)} → ${code(edge.to)} after ${lengthOf(edge)}`)
    .join('\n');
}

function lengthOf(edge: FlowEdge): string {
  return 'after' in edge ? `${edge.after / 1000} s` : `${edge.reads} reads`;
}
