import type { NamedFunctions } from '../../src/engine/functions.js';
import { assetFacts } from './assetFacts.js';
import { assetStream, assetThumbnail } from './assetPreviews.js';
import { fileType, isOfAssetType } from './fileType.js';
import { matchesUserMetadata } from './matchesUserMetadata.js';
import { mediaFacts } from './mediaFacts.js';
import { metadataChanges, newMetadata } from './metadataInput.js';

/** What the lifecycle of TwelveLabs asks for by name. */
const functions: NamedFunctions = {
  filters: { matchesUserMetadata, isOfAssetType },
  values: { mediaFacts, assetFacts, fileType, assetStream, assetThumbnail, metadataChanges, newMetadata },
};

export default functions;
