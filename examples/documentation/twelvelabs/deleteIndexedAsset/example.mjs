const [indexId = '6298d673f1090f1100476d4c', indexedAssetId = '6298d673f1090f1100476d4c'] = process.argv.slice(2);
const url = `https://api.twelvelabs.io/v1.3/indexes/${indexId}/indexed-assets/${indexedAssetId}`;

const response = await fetch(url, { method: 'DELETE', headers: { 'x-api-key': '<apiKey>' } });
console.log(await response.json());
