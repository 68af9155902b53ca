import type { SchemeRule } from '../language/lifecycle.js';
import type { SecuritySchemeObject } from '../language/openapi.js';
import type { ProviderDescription } from './mock.js';
import type { World } from './world.js';

/** What a sandbox says of one provider: its operations, resources, switches, and the credentials it takes. */
export function describeProvider({ contract, switches }: World): ProviderDescription {
  const { document, lifecycle } = contract.compiled;
  const declared = document.components?.securitySchemes ?? {};
  return {
    id: contract.id,
    title: document.info.title,
    hosts: contract.hosts,
    basePath: contract.basePath,
    resources: [...contract.resources.values()].map(({ name, keyField, state, partition }) => ({
      id: name,
      key: keyField,
      states: [...(state?.nameOf.values() ?? [])],
      ...(partition ? { partition: partition.name } : {}),
    })),
    operations: contract.routes.map(({ id, method, template }) => ({
      id,
      method,
      path: template.path,
    })),
    switches: Object.entries(lifecycle.switches).map(([name, { about, default: initial, values }]) => ({
      name,
      about,
      value: switches[name] ?? initial,
      default: initial,
      values: Object.fromEntries(Object.entries(values).map(([value, { basis }]) => [value, { basis }])),
    })),
    credentials: Object.fromEntries(
      Object.entries(lifecycle.auth).map(([name, rule]) => [name, describeScheme(rule, declared[name])]),
    ),
  };
}

function describeScheme(rule: SchemeRule, declared: SecuritySchemeObject | undefined): unknown {
  if ('accept' in rule) {
    const [value] = Object.keys(rule.accept);
    return { header: declared?.name ?? 'Authorization', value, ...rule.accept[value ?? ''] };
  }
  const [accessKey] = Object.keys(rule.keys);
  return { accessKey, ...rule.keys[accessKey ?? ''] };
}
