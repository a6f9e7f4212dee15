/**
 * Tells the page that frames this one how tall it is, now and after each change, in the message that learning platforms know
 * (LTI's `lti.frameResize`) and in a plain one, so that the frame needs no scroll bar. Does nothing outside of a frame.
 *
 * Both carry a height in CSS pixels and nothing else, and may therefore go to any origin.
 */
export function postHeight(...parts: readonly Element[]): void {
  if (window.parent === window) return;
  let posted = 0;
  const post = () => {
    const height = Math.ceil(parts.reduce((sum, part) => sum + part.getBoundingClientRect().height, 0));
    if (height === posted) return;
    posted = height;
    window.parent.postMessage({ subject: 'lti.frameResize', height }, '*');
    window.parent.postMessage({ type: 'resize', height }, '*');
  };
  const observer = new ResizeObserver(post);
  for (const part of parts) observer.observe(part);
}
