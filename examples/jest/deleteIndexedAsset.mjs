/** Deletes an indexed asset; the asset it was made of stays. */
export async function deleteIndexedAsset(key, index, id) {
  const url = `https://api.twelvelabs.io/v1.3/indexes/${index}/indexed-assets/${id}`;
  const { status } = await fetch(url, { method: 'DELETE', headers: { 'x-api-key': key } });
  if (status === 204) return 'deleted'; // and no body
  if (status === 404) return 'absent';
  throw new Error(`The indexed asset may exist or not: ${status}`);
}
