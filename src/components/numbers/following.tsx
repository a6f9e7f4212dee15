import { type ComponentType, type ReactNode, useSyncExternalStore } from 'react';
import { bookValues, onSectionValues, sectionValues } from '../../reader/index.ts';
import type { SendToListing } from '../../widgets/index.ts';
import { sendToListing } from './send-to-listing.ts';

interface WidgetProps<Figures> {
  readonly figures: Figures;
  readonly embed?: string;
  readonly onSend?: SendToListing;
}

/** The props of a widget that follows the section's numbers. */
export type FollowingProps<Figures> = WidgetProps<Figures> & {
  /** The number of its place among those that follow the figures. */
  readonly place: number;
  /** The program of the page that the widget illustrates, if there is one: `vectors.py`. */
  readonly listing?: string | undefined;
};

/** Returns a widget that starts anew from the reader's numbers whenever those that it takes have changed. */
export function following<Figures, More extends object = object>(
  Widget: ComponentType<WidgetProps<Figures> & More>,
): (props: FollowingProps<Figures> & More) => ReactNode {
  return function Following(props: FollowingProps<Figures> & More): ReactNode {
    const { place, figures, listing } = props;
    const values = useSyncExternalStore(onSectionValues, sectionValues, bookValues);
    // The build has given the widget figures of the same kind from the same slots.
    const shown = (values.widgets.get(place) as Figures | undefined) ?? figures;
    const send = listing === undefined ? {} : { onSend: sendToListing(listing) };
    return <Widget key={JSON.stringify(shown)} {...props} figures={shown} {...send} />;
  };
}
