const SIDE = 512;
const QUALITY = 0.86;

/**
 * The middle of a picture as a square that walls can paint. Drawn anew, it tells nothing any more of the
 * camera, the place or the time.
 * @throws when the browser cannot read it as a picture.
 */
export async function shrinkPhoto(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const cut = Math.min(picture.width, picture.height);
  const side = Math.min(SIDE, cut);
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot draw');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, side, side);
  const [left, top] = [(picture.width - cut) / 2, (picture.height - cut) / 2];
  context.drawImage(picture, left, top, cut, cut, 0, 0, side, side);
  picture.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be drawn'))),
      'image/jpeg',
      QUALITY,
    );
  });
}
