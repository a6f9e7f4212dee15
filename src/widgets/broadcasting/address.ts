import { shapeField } from '../arrays/shape-text.ts';
import { addressOf, switchField, wholeField } from '../base/index.ts';
import { type BroadcastingState, MOST_PLACES, repairBroadcasting } from './model.ts';

/** `#broadcasting?left=4,2&right=2&third=()&three=0&cell=0&version=1`; a shape has at most four axes. */
export const broadcastingAddress = addressOf<BroadcastingState>(
  'broadcasting',
  {
    left: shapeField(),
    right: shapeField(),
    third: shapeField(),
    three: switchField,
    cell: wholeField(0, MOST_PLACES),
  },
  repairBroadcasting,
);
