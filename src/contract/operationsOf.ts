import {
  type HttpMethod,
  httpMethods,
  type OpenApiDocument,
  type OperationObject,
  type PathItemObject,
} from '../language/openapi.js';

/** An operation of a document, with where it is. */
export interface OperationEntry {
  readonly id: string;
  readonly method: HttpMethod;
  readonly path: string;
  readonly pathItem: PathItemObject;
  readonly operation: OperationObject;
}

/** Every operation that has an id, in the order of the document. */
export function operationsOf(document: OpenApiDocument): readonly OperationEntry[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, pathItem]) =>
    httpMethods.flatMap((method) => {
      const operation = pathItem[method];
      return operation?.operationId === undefined
        ? []
        : [{ id: operation.operationId, method, path, pathItem, operation }];
    }),
  );
}
