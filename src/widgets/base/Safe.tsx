import { Component, type ReactNode } from 'react';

type Props = { readonly children: ReactNode };
type State = { readonly hasFailed: boolean };

/** Keeps an error inside one widget: the rest of the page goes on, and the reader is told what to do. */
export class Safe extends Component<Props, State> {
  override state: State = { hasFailed: false };

  static getDerivedStateFromError(): State {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <p className="widget-failed" role="alert">
        This figure has stopped working. Reload the page to start it again; everything else goes on.
      </p>
    );
  }
}
