import { Component, createContext, type ReactNode } from 'react';

/** True inside a widget that has failed: it shows its starting state and takes no part in anything. */
export const StillContext = createContext(false);

/**
 * Keeps an error inside one widget: the rest of the page goes on, and the widget becomes the still figure that it was
 * before its script ran. Only the notice is left where that fails too.
 */
export function WidgetErrorBoundary({ children }: { readonly children: ReactNode }): ReactNode {
  const still = (
    <StillContext value={true}>
      <p className="widget-failed" role="alert">
        This figure has stopped working and is a still picture now. Reload the page to start it again;
        everything else goes on.
      </p>
      <Boundary fallback={null}>{children}</Boundary>
    </StillContext>
  );
  return <Boundary fallback={still}>{children}</Boundary>;
}

type BoundaryProps = { readonly children: ReactNode; readonly fallback: ReactNode };
type BoundaryState = { readonly hasFailed: boolean };

class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { hasFailed: false };

  static getDerivedStateFromError(): BoundaryState {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
