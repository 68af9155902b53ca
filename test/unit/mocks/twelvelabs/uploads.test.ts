import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assetFacts } from '../../../../mocks/twelvelabs/assetFacts.js';
import { assetStream, assetThumbnail } from '../../../../mocks/twelvelabs/assetPreviews.js';
import { fileType, isOfAssetType } from '../../../../mocks/twelvelabs/fileType.js';
import { mediaFacts } from '../../../../mocks/twelvelabs/mediaFacts.js';
import { contextOf } from './context.js';

const file = { filename: 'harbour.mov', type: 'video/quicktime', size: 123 };

describe('the facts of an uploaded file', () => {
  it('are those of the part that was uploaded', () => {
    expect(mediaFacts(contextOf({ body: { video_file: file } }))).toEqual({
      filename: 'harbour.mov',
      duration: 30,
      fps: 30,
      width: 1280,
      height: 720,
      size: 123,
    });
    expect(mediaFacts(contextOf({ body: { method: 'direct', file } }))).toMatchObject({
      filename: 'harbour.mov',
      size: 123,
    });
  });

  it('take the file where a request has a file and an address', () => {
    expect(
      mediaFacts(contextOf({ body: { video_file: file, video_url: 'https://videos.example/other.mp4' } })).filename,
    ).toBe('harbour.mov');
  });

  it.each([
    ['https://videos.example/a/harbour.mp4', 'harbour.mp4'],
    ['https://videos.example/harbour%20wall.mp4?signature=a/b#t=1', 'harbour wall.mp4'],
    ['https://videos.example/100%.mp4', '100%.mp4'],
    ['https://videos.example/', 'video.mp4'],
    ['https://videos.example', 'video.mp4'],
    ['', 'video.mp4'],
  ])('name a video at %j %j', (video_url, filename) => {
    expect(mediaFacts(contextOf({ body: { video_url } })).filename).toBe(filename);
  });

  it('take the name the record already has', () => {
    expect(mediaFacts(contextOf({ body: { file, method: 'direct' } }, { filename: 'pier.mp4' })).filename).toBe(
      'pier.mp4',
    );
  });

  it('are there without any request, because control can make records too', () => {
    expect(mediaFacts(contextOf({}))).toMatchObject({ filename: 'video.mp4', duration: 30 });
  });

  it('give no duration to an image and no pixels to a sound', () => {
    expect(mediaFacts(contextOf({ body: { url: 'https://files.example/buoy.png' } }))).toEqual({
      filename: 'buoy.png',
      width: 1280,
      height: 720,
      size: 5_242_880,
    });
    expect(mediaFacts(contextOf({ body: { url: 'https://files.example/bell.mp3' } }))).toEqual({
      filename: 'bell.mp3',
      duration: 30,
      size: 5_242_880,
    });
  });

  it('hold a name for whatever address is given', () => {
    fc.assert(
      fc.property(fc.string(), (video_url) => {
        expect(mediaFacts(contextOf({ body: { video_url } })).filename).not.toBe('');
      }),
    );
  });
});

describe('an asset', () => {
  it.each([
    [{ filename: 'a.bin', type: 'audio/ogg' }, 'audio/ogg'],
    [{ filename: 'a.PNG', type: 'application/octet-stream' }, 'image/png'],
    [{ filename: 'a', type: 'application/octet-stream' }, 'video/mp4'],
  ])('uploaded as %j is of type %s', (part, type) => {
    expect(fileType(contextOf({ body: { method: 'direct', file: part } }))).toBe(type);
  });

  it('is listed by its type', () => {
    const listed = (asset_types: unknown, file_type: string) =>
      isOfAssetType(contextOf({ query: { asset_types } }), { file_type });
    expect(listed(['image', 'audio'], 'image/png')).toBe(true);
    expect(listed(['image', 'audio'], 'video/mp4')).toBe(false);
    expect(listed(undefined, 'video/mp4')).toBe(true);
  });

  it('says of a ready file what kind of file it is', () => {
    const record = {
      file_type: 'video/mp4',
      size: 9,
      duration: 30,
      system_metadata: { width: 1280, height: 720, fps: 30 },
    };
    expect(assetFacts(contextOf({}, record))).toEqual({
      file_size_bytes: 9,
      file_mime_type: 'video/mp4',
      has_audio: true,
      video_width: 1280,
      video_height: 720,
      video_fps: 30,
      video_duration_seconds: 30,
    });
    expect(assetFacts(contextOf({}, { ...record, file_type: 'image/png' }))).toEqual({
      file_size_bytes: 9,
      file_mime_type: 'image/png',
      has_audio: false,
      image_width: 1280,
      image_height: 720,
    });
    expect(assetFacts(contextOf({}, { file_type: 'audio/mpeg', duration: 30 }))).toEqual({
      file_mime_type: 'audio/mpeg',
      has_audio: true,
      audio_duration_seconds: 30,
    });
  });

  it('has a stream and a thumbnail only where they were asked for, and their addresses only once it is ready', () => {
    const asked = { _id: 'a1', enable_hls: true, enable_thumbnail: true };
    expect(assetStream(contextOf({}, { ...asked, enable_hls: false, status: 'ready' }))).toBeUndefined();
    expect(assetThumbnail(contextOf({}, { status: 'ready' }))).toBeUndefined();
    expect(assetStream(contextOf({}, { ...asked, status: 'processing' }))).toEqual({ status: 'processing' });
    expect(assetThumbnail(contextOf({}, { ...asked, status: 'failed' }))).toEqual({ status: 'error' });
    expect(assetStream(contextOf({}, { ...asked, status: 'ready' }))).toEqual({
      status: 'ready',
      manifest_url: 'https://streams.tombstone.invalid/a1/stream.m3u8',
    });
    expect(assetThumbnail(contextOf({}, { ...asked, status: 'ready' }))).toMatchObject({
      representative_url: expect.stringContaining('a1'),
    });
  });
});
