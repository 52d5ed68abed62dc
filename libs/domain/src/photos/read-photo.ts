import type { Photo } from './photo.js';
import { readJpeg } from './read-jpeg.js';
import { readPng } from './read-png.js';
import { readWebp } from './read-webp.js';

export const PHOTO_BYTES = 524_288;
export const PHOTO_PIXELS = 1_024;

/**
 * A picture by its content, whatever it says that it is: JPEG, PNG or WebP of a size that walls can
 * paint, without what the camera told of time and place.
 */
export function readPhoto(bytes: Uint8Array): Photo | 'no-photo' | 'too-large' {
  const photo = readJpeg(bytes) ?? readPng(bytes) ?? readWebp(bytes);
  if (!photo || photo.width === 0 || photo.height === 0) return 'no-photo';
  const isTooLarge =
    bytes.length > PHOTO_BYTES || Math.max(photo.width, photo.height) > PHOTO_PIXELS;
  return isTooLarge ? 'too-large' : photo;
}
