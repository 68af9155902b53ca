import type { OpenApiDocument, SchemaObject } from '../../language/openapi.js';
import { documentId, rebaseRefs } from '../rebaseRefs.js';

/** What is wrong with a value, by JSON Schema; empty where nothing is. */
export type SchemaCheck = (schema: SchemaObject, value: unknown) => readonly SchemaComplaint[];

export interface SchemaComplaint {
  readonly instancePath: string;
  readonly keyword: string;
  readonly message: string;
}

/** Makes a check of values against the schemas of a document. Loads the validator, which takes a while. */
export async function schemaCheckOf(document: OpenApiDocument): Promise<SchemaCheck> {
  const { Ajv2020 } = await import('ajv/dist/2020.js');
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema(document, documentId, true, false);
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>();
  return (schema, value) => {
    const key = JSON.stringify(schema);
    const validate = compiled.get(key) ?? ajv.compile(rebaseRefs(schema));
    compiled.set(key, validate);
    if (validate(value)) return [];
    return (validate.errors ?? []).map(({ instancePath, keyword, message }) => ({
      instancePath,
      keyword,
      message: message ?? keyword,
    }));
  };
}
