import { LONGEST } from '../../shapes/index.ts';
import { addressOf } from '../base/index.ts';
import type { ShapesState } from './model.ts';

/** `#shapes?text=%284%2C%203%29%20%40%20%283%2C%202%29&version=1`. */
export const shapesAddress = addressOf<ShapesState>('shapes', {
  text: {
    // Brackets are left in links by some programs and cut by others.
    write: (text) =>
      encodeURIComponent(text).replace(/[()'!*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`),
    read: (text) => (text.trim() === '' || text.length > LONGEST ? undefined : text),
  },
});
