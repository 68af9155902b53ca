import {
  type HttpMethod,
  httpMethods,
  type OpenApiDocument,
  type OperationObject,
  type ParameterObject,
} from './openapi.js';
import { resolveRef } from './resolveRef.js';

/** An operation as the OpenAPI document declares it. */
export interface DocumentOperation {
  readonly id: string;
  readonly path: string;
  readonly method: HttpMethod;
  readonly operation: OperationObject;
  /** Its own and its path's parameters, `$ref`s followed; an own one replaces the path's of the same name and place. */
  readonly parameters: readonly ParameterObject[];
}

/** Every operation of the document that has an operationId, in the document's order. */
export function documentOperations(document: OpenApiDocument): DocumentOperation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    httpMethods.flatMap((method) => {
      const operation = item[method];
      if (operation?.operationId === undefined) return [];
      const written = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
      let parameters: readonly ParameterObject[] | undefined;
      return [
        {
          id: operation.operationId,
          path,
          method,
          operation,
          // Looked up when somebody asks: to route to an operation takes none of them.
          get parameters() {
            parameters ??= resolved(document, written);
            return parameters;
          },
        },
      ];
    }),
  );
}

function resolved(document: OpenApiDocument, written: readonly ParameterObject[]): readonly ParameterObject[] {
  const parameters = written.map((one) => resolveRef(document, one));
  return [...new Map(parameters.map((one) => [`${one.in} ${one.name}`, one])).values()];
}

const indexed = new WeakMap<OpenApiDocument, ReadonlyMap<string, DocumentOperation>>();

/**
 * The operation with that operationId, if the document has it. A document is looked through once: it must not be changed
 * after it was asked first.
 */
export function documentOperation(document: OpenApiDocument, operationId: string): DocumentOperation | undefined {
  let known = indexed.get(document);
  if (!known) {
    known = new Map(documentOperations(document).map((operation) => [operation.id, operation]));
    indexed.set(document, known);
  }
  return known.get(operationId);
}
