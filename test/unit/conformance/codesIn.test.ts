import { describe, expect, it } from 'vitest';
import { codesIn } from '../../../src/conformance/judges/codesIn.js';

describe('the codes of an answer', () => {
  it.each([
    ['a member named so', '{"code":"not_found","message":"No such task."}', ['not_found']],
    ['one named otherwise, and deep', '{"error":{"errorCode":"300","message":"Not Found"}}', ['300']],
    ['all that are named so', '{"error_code":"A.1","errors":[{"code":7}]}', ['A.1', '7']],
    ['no status beside it', '{"status":409,"error_code":"A.1"}', ['A.1']],
    ['any text or number where none is named so', '{"error":"not_found","status":404}', ['not_found', '404']],
    ['no word of JSON that is neither', '{"error":null,"retry":true}', []],
    ['what came whole of JSON that was cut off', '{"error_code":"A.1","error_msg":"The tas', ['A.1']],
    ['nothing of what was cut off itself', '{"message":"No","code":"not_fo', []],
    ['no number that may go on', '{"code":40', []],
    ['an element of XML', '<Error><Code>NoSuchKey</Code><Message>No.</Message></Error>', ['NoSuchKey']],
    ["nothing of a gateway's page", '<html><head><title>502 Bad Gateway</title></head></html>', []],
    ['a text that is nothing else', 'not_found\n', ['not_found']],
    ['a text only whole', '502 Bad Gateway', ['502 Bad Gateway']],
    ['nothing of no text', '', ['']],
  ])('%s', (_, body, codes) => {
    expect(codesIn(body)).toEqual(codes);
  });
});
