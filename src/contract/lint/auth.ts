import { documentOperations } from '../../language/documentOperation.js';
import type { SecurityRequirement } from '../../language/openapi.js';
import { error, namesOf, unlessKnown } from './finding.js';
import type { LintRule } from './subject.js';

/** Every security scheme in use is verified by something, and every verifier is for a scheme and exists. */
export const schemesAreVerified: LintRule = ({ document, lifecycle, functions, placeOf }) => {
  const schemes = namesOf(document.components?.securitySchemes);
  const used = new Set(
    documentOperations(document).flatMap(({ operation }) => schemesIn(operation.security ?? document.security)),
  );
  const unverified = [...used].filter((scheme) => lifecycle.auth[scheme] === undefined);
  return [
    ...unverified.map((scheme) =>
      error(
        'lint-no-auth',
        placeOf(['components', 'securitySchemes', scheme]),
        `Operations need the security scheme ${scheme}, but x-lifecycle.auth does not say how it is verified; add \`${scheme}: { accept: [ … ] }\` or \`{ call: … }\`.`,
      ),
    ),
    ...Object.entries(lifecycle.auth).flatMap(([scheme, rule]) => {
      const place = placeOf(['x-lifecycle', 'auth', scheme]);
      const known = namesOf(functions.authenticators);
      return [
        ...unlessKnown(place, 'x-lifecycle.auth verifies the security scheme', scheme, 'the document has', schemes),
        ...('call' in rule
          ? unlessKnown(
              place,
              `The scheme ${scheme} is verified by the function`,
              rule.call,
              'authenticators are',
              known,
            )
          : []),
      ];
    }),
  ];
};

function schemesIn(security: readonly SecurityRequirement[] | undefined): string[] {
  return (security ?? []).flatMap((alternative) => Object.keys(alternative));
}
