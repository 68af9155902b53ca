/**
 * The one table of error codes. Codes are stable; messages may be reworded. docs/errors.md is generated from it,
 * and a test keeps the two equal. Add a row here before throwing a new code.
 */
export const errorTable = {
  // Contract files (found by `tombstone lint`, and when a contract is loaded).
  'contract-not-found': {
    about: 'A contract folder or one of its two files is missing.',
    remedy: 'Name a bundled provider, or a folder that holds openapi.yaml and lifecycle.yaml.',
  },
  'yaml-syntax': {
    about: 'A contract or fixture file is not valid YAML.',
    remedy: 'Mend the syntax at the place named.',
  },
  'contract-invalid': {
    about: 'A contract has errors; each is listed with its own code.',
    remedy: 'Mend what is listed; `tombstone lint` shows it again.',
  },
  'cannot-watch': {
    about: 'The operating system does not let us watch the folder of a contract for changes.',
    remedy: 'Raise its limit of watched files, or serve without --watch.',
  },
  'overlay-invalid': {
    about: 'lifecycle.yaml is not an OpenAPI Overlay, or one of its actions is not well formed.',
    remedy:
      'Write `overlay`, `info` and `actions`; each action has a `target` and an `update`, a `remove` or a `copy`.',
  },
  'overlay-target': {
    about: 'The target of an overlay action is not a JSONPath, or matches nothing in the document.',
    remedy: 'Compare the target with the OpenAPI document; a target must exist before it can be changed.',
  },
  'openapi-invalid': {
    about: 'The document is not valid OpenAPI 3.1 after the overlay was applied.',
    remedy: 'Mend the document, or add an overlay action that mends it.',
  },
  'external-ref': {
    about: 'A $ref leads out of the document.',
    remedy: 'Move what it names under #/components and refer to it there.',
  },
  'no-lifecycle': {
    about: 'No overlay action adds x-lifecycle to the document.',
    remedy: 'Add an action with target `$` that updates `x-lifecycle`.',
  },
  'lifecycle-shape': {
    about:
      'x-lifecycle does not follow specs/lifecycle.schema.json: an unknown key, a missing key or a value of the wrong kind.',
    remedy: 'Compare the place named with docs/lifecycle-language.md.',
  },
  'unresolved-name': {
    about: 'A lifecycle uses a name that is not declared.',
    remedy: 'Declare it, or use one of the names listed.',
  },
  'no-basis': {
    about: 'A row says nothing of its basis, and no switch value that guards it does.',
    remedy: 'Add `basis: documented`, `observed` or `inferred`.',
  },
  'switch-values': {
    about: 'A reply map does not have exactly the values of its switch.',
    remedy: 'Give one reply for each value.',
  },
  // Lint (rules of docs/lifecycle-language.md): what a contract that can be read still gets wrong.
  'lint-no-table': {
    about:
      'An operation of the document has no decision table, or a table is for an operation the document does not have.',
    remedy: 'Add the operation under x-lifecycle.operations, or mend its operationId.',
  },
  'lint-no-auth': {
    about: 'Operations need a security scheme that x-lifecycle.auth says nothing of.',
    remedy: 'Add the scheme under x-lifecycle.auth, with the values it accepts or the function that verifies it.',
  },
  'lint-bad-expression': {
    about:
      'A text that starts with `$`, or a `{$…}` place, is no expression of the language or asks for input the document does not declare.',
    remedy:
      'Compare it with the expressions of docs/lifecycle-language.md; write { literal: … } for a text that really starts with `$`.',
  },
  'lint-not-bound': {
    about: 'A guard asks about a related record where there is no way to find it.',
    remedy: "Add the ref to the operation's `bind`, or give the operation `by`.",
  },
  'lint-not-total': {
    about: 'There are situations no row of a decision table decides.',
    remedy: 'Add a row for the situation named, or a last row without `when`.',
  },
  'lint-table-too-large': {
    about: 'A decision table has more than 65,536 combinations.',
    remedy: 'Ask about fewer things in one table, or move a question into a named guard function.',
  },
  'lint-unreachable-row': {
    about: 'A row is never the first to hold.',
    remedy: 'Move it before the rows named, narrow them, or remove it.',
  },
  'lint-unknown-input': {
    about: 'A failure row names a parameter, pointer or keyword that no schema has.',
    remedy: 'Use one the document declares.',
  },
  'lint-example-missing': {
    about: 'A reply names an example that does not exist.',
    remedy: 'Add it under components.examples or under the response, or use one of the names listed.',
  },
  'lint-example-misfit': {
    about: 'An example does not fit the schema of the response it is sent with.',
    remedy: 'Mend the example, or the schema.',
  },
  'lint-body-uncertain': {
    about: 'A response requires a property that a record need not have.',
    remedy:
      "Give the field a default under the resource's `fields`, set it where the record is made, or do not require it.",
  },
  'lint-undocumented-status': {
    about: 'A row claims to be documented, but the document does not list its status.',
    remedy: 'Say `basis: { status: inferred, … }`, or add the response to the document.',
  },
  'lint-no-source': {
    about: 'A row or switch value is documented or observed, but names no source.',
    remedy: 'Add `source:` with a name from x-lifecycle.sources.',
  },
  'lint-switch-unused': { about: 'A switch value makes no difference.', remedy: 'Ask for it in a row, or remove it.' },
  'lint-switch-word': {
    about: 'A switch stands where a closed list of words is expected, and one of its values is none of them.',
    remedy: 'Rename the value to one of the words listed.',
  },
  'lint-no-record': {
    about: 'A row uses or changes the own record where there may be none.',
    remedy: 'Exclude `absent` in the guard, or do not use the record.',
  },
  'lint-misplaced-expression': {
    about:
      'An expression stands where it has no value: $missing where nothing is missing, $list without a list, $failure outside failures.',
    remedy: 'Move it to a row where it has a value.',
  },
  'lint-endless': {
    about: 'State changes or entry effects can follow each other forever.',
    remedy: 'Break the circle named.',
  },
  'lint-reserved-state': {
    about: 'A state is named like a word of the language.',
    remedy: "Name it otherwise, and keep the wire's word as its value.",
  },
  'lint-duplicate-row': { about: 'Two rows of one table have the same id.', remedy: 'Rename one.' },
  'lint-list-field': {
    about: 'A list filters or sorts by something that does not fit: no such field, or a parameter that is no list.',
    remedy: "Mend the field, or the parameter's schema.",
  },
  'lint-dangling-ref': {
    about: 'A row deletes records that others may still name.',
    remedy: 'Delete those too, or say that the effect is inferred.',
  },
  'lint-delete-any-state': {
    about: 'A row deletes a record whatever its state is, so that a new state becomes deletable unnoticed.',
    remedy: 'List the states.',
  },
  'lint-indistinguishable': {
    about: 'A client cannot tell two rows apart, although they mean different things.',
    remedy: 'Nothing, if the provider is so; cases then accept either report.',
  },
  'lint-no-request-example': {
    about: 'An operation needs a body, and the document has no valid example of one.',
    remedy: 'Add `example` to the request body; cases are made from it.',
  },
  // Using a sandbox.
  'unknown-provider': {
    about: 'No contract of that name is bundled or loaded.',
    remedy: 'Use one of the names listed.',
  },
  'unknown-resource': { about: 'The provider has no resource of that name.', remedy: 'Use one of the names listed.' },
  'unknown-switch': {
    about: 'The provider has no switch of that name, or the switch has no such value.',
    remedy: 'Use one of the names listed.',
  },
  'unknown-state': {
    about: 'The record was given a state its resource does not have.',
    remedy: 'Use one of the states listed.',
  },
  'bad-fixture': {
    about: 'A fixture or a snapshot does not have the shape expected.',
    remedy: 'Compare it with what GET /_tombstone/state returns.',
  },
  'bad-duration': {
    about: 'A duration could not be read.',
    remedy: 'Write a number and a unit: 250ms, 10s, 5m, 1h, 90d.',
  },
  'bad-sandbox': {
    about: 'What a sandbox is to be made of is not well formed, or names what is not there.',
    remedy: 'Write it as the message says; every member is optional.',
  },
  'unknown-sandbox': {
    about: 'There is no sandbox of that id (any more).',
    remedy: 'GET /_tombstone/sandboxes lists them.',
  },
  'too-many-sandboxes': {
    about: 'A listener has as many sandboxes as it may have.',
    remedy: 'Delete those that are not needed any more: DELETE /_tombstone/sandboxes/{id}.',
  },
  'unknown-fault': {
    about: 'No fault of that id stands: it never did, was removed, or its times are used up.',
    remedy: 'GET /_tombstone/faults lists those that stand.',
  },
  'bad-fault': {
    about: 'A fault is not well formed, or is laid over an operation the sandbox does not have.',
    remedy: 'Write it as the message says; GET /_tombstone/providers lists the operations.',
  },
  'route-collision': {
    about: 'Two contracts on one listener have a route in common and no host tells them apart.',
    remedy: 'Serve them on two ports, or give their documents different servers.',
  },
  'not-indexed': {
    about: 'A store was asked for records by a field it keeps no index of.',
    remedy: "Name the field among the resource's indexes when the store is made.",
  },
  // Listening.
  'port-in-use': {
    about: 'Another program listens on that port.',
    remedy: 'Stop it, or choose another port; 0 takes a free one.',
  },
  'bad-port': {
    about: 'A port is not a whole number from 0 to 65535.',
    remedy: 'Choose one from 1 to 65535, or 0 for a free one.',
  },
  'cannot-listen': {
    about: 'The operating system does not let us listen on that host and port.',
    remedy: 'Choose an address of this machine and a port from 1024 up.',
  },
  'token-required': {
    about: 'A listener that others can reach has no token for its control interface.',
    remedy: 'Give a token, or listen on 127.0.0.1.',
  },
  // The command line.
  'bad-usage': {
    about: 'A command line is not what its command takes: an unknown command or option, a missing or a wrong value.',
    remedy: '`tombstone <command> --help` shows what it takes.',
  },
  'unknown-operation': {
    about: 'The provider has no operation of that name.',
    remedy: 'Use one of the names `tombstone explain <provider>` lists.',
  },
  'unknown-rule': {
    about: 'There is no rule of that name.',
    remedy: 'Use one of the names `tombstone explain <provider>/<operation>` lists.',
  },
  'unknown-exchange': {
    about: 'The journal of the server has no exchange of that number (any more).',
    remedy: 'Use a number GET /_tombstone/journal lists.',
  },
  'no-answer': {
    about: 'Nothing answered a request that was to be sent.',
    remedy: 'Start the server, or name its URL with --target.',
  },
  'no-credentials': {
    about: 'A server on another machine was to be verified, and there are no credentials for it.',
    remedy: 'Set the environment variables that the message names; a secret never stands on a command line.',
  },
  'not-confirmed': {
    about: 'A server on another machine was to be verified, where records would be made and deleted.',
    remedy: 'Read what would be made, and say --yes.',
  },
  'no-control': {
    about: 'A mock of ours did not do what its control interface was asked for.',
    remedy: 'Serve the provider there, with a version of this package; or leave its control alone with --as-client.',
  },
  'real-service': {
    about: 'A request was to be sent to the real service; only a mock is ever asked.',
    remedy: 'Name the URL of a mock with --target.',
  },
  // Any program against the mocks.
  'cannot-run': {
    about: 'The program that was to be run cannot be started.',
    remedy: 'Name one that is on the path or write where it is; a shell line needs `sh -c`.',
  },
  'bad-allow': {
    about: 'A host that is to be let through to the network is not named as one.',
    remedy: 'Write HOST:PORT, such as example.com:443.',
  },
  // Reports of a conformance run.
  'cannot-write': {
    about: 'The operating system does not let us write a report.',
    remedy: 'Name a file that may be written: --reporter NAME=FILE, --report FILE.',
  },
  'bad-report': {
    about: 'A file is no saved report of a conformance run, or one of another format.',
    remedy: 'Save one with `--reporter json=FILE`; docs/conformance-report.md describes it.',
  },
  // In a test.
  'peer-missing': {
    about: 'A package that an entry of this one builds on is not installed.',
    remedy: 'Install what the message names; the other entries do without.',
  },
  'unexpected-request': {
    about: 'A client called a host that is mocked with a request that is no operation of its provider.',
    remedy: "Mend the client's path or method, or answer as the provider would: `unknownRequest: 'answer'`.",
  },
  'handlers-twice': {
    about:
      'Two mocks of one provider were to answer at the same URLs, and nothing says which of them a request is for.',
    remedy:
      'Give an msw server the handlers of one; use one fixture of a provider in a test; send a request from the test itself.',
  },
  'late-request': {
    about: 'A request to a provider came from a test that had ended.',
    remedy: 'Wait in the test for everything it starts.',
  },
  'bad-base-url': {
    about: 'A base URL given for a provider is not one.',
    remedy: 'Write it with its scheme and host: http://localhost:4010.',
  },
  'bad-query': {
    about: 'Records were asked for by a field their resource does not have.',
    remedy: 'Use one of the fields listed.',
  },
  'no-such-record': {
    about: 'A strict query found no record.',
    remedy: 'Look at what getAll() gives, or leave `strict` out.',
  },
  // Plugging in a client.
  'adapter-not-started': {
    about: 'The program of a client that is to be judged cannot be started.',
    remedy:
      'Write its command line after `--` as a list of words: no shell reads it, so no quotes, pipes or variables.',
  },
  'broken-adapter': {
    about: 'The program of a client does not speak the protocol of the conformance runner.',
    remedy:
      '`tombstone adapter check -- <command…>` finds what is wrong; docs/conformance-protocol.md says how it goes.',
  },
  // Calls of the control interface.
  'control-refused': {
    about: 'The caller may not use the control interface.',
    remedy: 'Call it by a loopback name and from no foreign web page, or send the token.',
  },
  'unknown-call': {
    about: 'The control interface has no such call.',
    remedy: 'Use one of the calls that the message lists.',
  },
  'wrong-method': {
    about: 'A call of the control interface does not take that method.',
    remedy: 'Use one of the methods in Allow.',
  },
  'unknown-record': {
    about: 'There is no record with that key.',
    remedy: 'Look at GET /_tombstone/state; a record of another partition needs ?partition=.',
  },
  'bad-media-type': {
    about: 'The body of a control call is not declared as JSON.',
    remedy: 'Send Content-Type: application/json.',
  },
  'bad-call': {
    about: 'The path, query or body of a control call is not what the call takes.',
    remedy: 'Write it as the message says.',
  },
  'body-too-large': { about: 'The body of a control call is larger than the limit.', remedy: 'Send less at a time.' },

  // Conformance.
  'bad-story': {
    about: 'A written conformance story does not follow conformance/case.schema.json, or does not fit its contract.',
    remedy: 'Mend what is named, at its line.',
  },
  'bad-baseline': {
    about: 'A baseline does not follow conformance/baseline.schema.json, or contradicts itself.',
    remedy: 'Mend what is named, at its line; docs/conformance.md explains the file.',
  },
  'no-such-case': {
    about: 'No conformance case has that id, or fits that pattern.',
    remedy: 'List the ids with `tombstone list`. In a pattern `*` stands for one part of an id, `**` for any number.',
  },
} as const satisfies Record<string, { readonly about: string; readonly remedy: string }>;
